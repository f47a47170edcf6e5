package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.mkba.cli.report.Document.AlternativePart;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Paragraph;
import nl.mkba.cli.report.Document.Tone;

/** What the sections of the page about places share: the findings, the words, and how both are put together. */
abstract class PlacesTopic {

    final PlacesFindings findings;
    final PlaceFigures figures;
    final Words words;

    PlacesTopic(PlacesFindings findings, Words words) {
        this.findings = findings;
        this.figures = findings.figures();
        this.words = words;
    }

    /** The same for each case; the page shows that of the case that is chosen there. */
    final List<Block> perCase(IntFunction<List<Block>> ofCase) {
        if (figures.cases() == 1) {
            return ofCase.apply(0);
        }
        List<Block> parts = new ArrayList<>();
        for (int c = 0; c < figures.cases(); c++) {
            parts.add(new AlternativePart(String.valueOf(c), name(c), true, ofCase.apply(c)));
        }
        return parts;
    }

    final String name(int theCase) {
        return words.labels().run(figures.alternative(theCase), figures.outlook(theCase));
    }

    final double[] npvs(int theCase) {
        return IntStream.range(0, figures.places())
                .mapToDouble(place -> figures.npv(theCase, place))
                .toArray();
    }

    static Paragraph plain(String text) {
        return new Paragraph(Tone.PLAIN, text);
    }

    static Paragraph note(String text) {
        return new Paragraph(Tone.NOTE, text);
    }

    static Paragraph warning(String text) {
        return new Paragraph(Tone.WARNING, text);
    }
}
