package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.report.Document.Section;

/** Puts findings into words. */
public final class Documents {

    private Documents() {}

    /** The report on one scenario. */
    public static Document of(Findings findings, Repetition repetition, Language language) {
        Words words = new Words(findings.scenario(), language);
        List<Topic> topics = new ArrayList<>(List.of(new SummaryTopic(findings, words)));
        // Where nothing is in money these would be tables of zeros.
        boolean isPriced = !topics.get(0).isNothingPriced();
        if (isPriced) {
            topics.addAll(List.of(
                    new ReturnTopic(findings, words),
                    new BridgeTopic(findings, words),
                    new StakeholdersTopic(findings, words),
                    new BalanceTopic(findings, words),
                    new ChanceTopic(findings, words),
                    new ResearchTopic(findings, words),
                    new WhatIfTopic(findings, words),
                    new CoalitionTopic(findings, words),
                    new MeasuresTopic(findings, words),
                    new UnitsTopic(findings, words)));
        }
        topics.addAll(List.of(
                new LabelsTopic(findings, words),
                new UnpricedTopic(findings, words),
                new ConventionsTopic(findings, words),
                new RepeatTopic(findings, words, repetition),
                new ParametersTopic(findings, words)));
        if (isPriced) {
            topics.addAll(List.of(new StreamsTopic(findings, words), new YearsTopic(findings, words)));
        }
        List<Section> sections = new ArrayList<>(topics.stream()
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
