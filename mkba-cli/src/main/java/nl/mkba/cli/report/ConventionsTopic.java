package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.mkba.cli.render.Conventions;
import nl.mkba.cli.render.OptionHint;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Bullets;
import nl.mkba.cli.report.Document.Section;

/** The conventions behind the figures, what the words mean, and what deserves attention. */
final class ConventionsTopic extends Topic {

    ConventionsTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Bullets(Conventions.of(findings.scenario(), findings.selection(), words.sharedMessages())));
        blocks.add(plain(words.text("conventions.words")));
        Stream<String> drawn = findings.isUncertain()
                ? Stream.of(words.text("conventions.expected"), words.text("conventions.interval"))
                : Stream.empty();
        blocks.add(new Bullets(Stream.of(
                        Stream.of(
                                words.text("conventions.return"),
                                words.text("conventions.npv"),
                                words.text("conventions.central")),
                        drawn,
                        Stream.of(words.text("conventions.welfare"), words.text("conventions.cash")))
                .flatMap(each -> each)
                .toList()));
        if (!findings.warnings().isEmpty()) {
            blocks.add(plain(words.text("conventions.warnings")));
            blocks.add(new Bullets(findings.warnings().stream()
                    .map(warning -> OptionHint.withOption(warning)
                            .format(words.language().locale()))
                    .distinct()
                    .toList()));
        }
        return new Section("conventions", words.text("conventions.heading"), blocks);
    }
}
