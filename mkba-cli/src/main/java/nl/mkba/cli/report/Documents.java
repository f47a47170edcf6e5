package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.report.Document.Section;

/** Puts findings into words. */
public final class Documents {

    private Documents() {}

    /** The report on one scenario. */
    public static Document of(Findings findings, Repetition repetition, Language language) {
        Words words = new Words(findings.scenario(), language);
        List<Section> sections = new ArrayList<>(Stream.of(
                        new SummaryTopic(findings, words),
                        new ReturnTopic(findings, words),
                        new BridgeTopic(findings, words),
                        new PartiesTopic(findings, words),
                        new BalanceTopic(findings, words),
                        new ChanceTopic(findings, words),
                        new ResearchTopic(findings, words),
                        new WhatIfTopic(findings, words),
                        new CoalitionTopic(findings, words),
                        new MeasuresTopic(findings, words),
                        new UnitsTopic(findings, words),
                        new LabelsTopic(findings, words),
                        new UnpricedTopic(findings, words),
                        new ConventionsTopic(findings, words),
                        new RepeatTopic(findings, words, repetition),
                        new ParametersTopic(findings, words),
                        new StreamsTopic(findings, words),
                        new YearsTopic(findings, words))
                .map(Topic::section)
                .filter(section -> !section.blocks().isEmpty())
                .toList());
        return new Document(
                language, words.departures(repetition), words.labels().title(), words.text("subtitle"), sections);
    }

    /** Two scenarios beside each other. */
    public static Document comparing(Findings first, Findings second, Repetition repetition, Language language) {
        return new Comparison(first, second, repetition, language).document();
    }
}
