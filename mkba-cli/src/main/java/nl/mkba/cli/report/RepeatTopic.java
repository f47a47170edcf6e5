package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Code;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.scenario.Simulation;

/** How someone else gets the same figures. */
final class RepeatTopic extends Topic {

    private final Repetition repetition;

    RepeatTopic(Findings findings, Words words, Repetition repetition) {
        super(findings, words);
        this.repetition = repetition;
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        Simulation settings = findings.simulation().request().settings();
        blocks.add(plain(words.text(
                "repeat.intro",
                repetition.version(),
                words.numbers().whole(settings.draws()),
                settings.sampling().id(),
                settings.seed())));
        blocks.add(new Code(repetition.command()));
        TableMaker table = new TableMaker(words.text("repeat.inputs")).texts(words.text("column.file"), "SHA-256");
        repetition.inputs().forEach(input -> table.row(Cell.of(input.name()), Cell.of(input.sha256())));
        blocks.add(table.make());
        return new Section("repeat", words.text("repeat.heading"), blocks);
    }
}
