package nl.mkba.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.cli.render.Headline;
import nl.mkba.cli.render.Labels;
import nl.mkba.cli.render.Payers;
import nl.mkba.cli.render.ResidualText;
import nl.mkba.cli.render.SentenceNumbers;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;

/** The texts, names and numbers of a report in one language. */
final class Words {

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);
    private static final char NO_BREAK = '\u00a0';

    private final Scenario scenario;
    private final Messages texts;
    private final Messages shared;
    private final Numbers numbers;
    private final Labels labels;
    private final SentenceNumbers rounded;

    Words(Scenario scenario, Language language) {
        this.scenario = scenario;
        this.texts = Messages.ofReport(language).in(scenario.currency());
        this.shared = new Messages(language).in(scenario.currency());
        this.numbers = new Numbers(language, scenario.currency());
        this.labels = new Labels(scenario, shared);
        this.rounded = new SentenceNumbers(shared, numbers, NO_BREAK);
    }

    Language language() {
        return texts.language();
    }

    /** A text of the report. */
    String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** A text that other commands have as well. */
    String shared(String key, Object... arguments) {
        return shared.text(key, arguments);
    }

    Messages sharedMessages() {
        return shared;
    }

    Numbers numbers() {
        return numbers;
    }

    Labels labels() {
        return labels;
    }

    /** An amount in whole units; its sign and number stay together. */
    String money(double amount) {
        return rounded.money(amount);
    }

    /** An amount to three digits, for sentences: the rest is noise. */
    String roughly(double amount) {
        return rounded.roughly(amount);
    }

    /** An amount of a few units, with cents. */
    String cents(double amount) {
        return rounded.cents(amount);
    }

    /** Gains per euro of costs, with cents; of less than nothing only that it is. */
    String perEuro(double ratio) {
        return rounded.perEuro(ratio);
    }

    /** A chance as a whole percentage; what is rounded to none or all is said so. */
    String chance(double chance) {
        return rounded.chance(chance);
    }

    /** In how many of the draws something holds: a whole percentage of them, or none, or all. */
    String draws(double chance) {
        if (chance == 0) {
            return text("draws.none");
        }
        return chance == 1 ? text("draws.all") : text("draws.some", chance(chance));
    }

    /** The answer in sentences. */
    Headline headline() {
        return new Headline(labels, shared, rounded);
    }

    /** How much of the net present value comes after the horizon, and what it would be without; empty if nothing does. */
    Optional<String> residual(AlternativeResult result) {
        return new ResidualText(scenario, shared, rounded).sentence(result);
    }

    /** What those who pay get back, where the ratio of society says little. */
    List<String> payers(Payers payers) {
        return payers.sentences(labels, shared, rounded);
    }

    /** From a low to a high, both included. */
    String between(String low, String high) {
        return text("between", low, high);
    }

    /** A parameter's value: a fraction as a percentage, anything else with four digits that matter. */
    String value(String parameter, double value) {
        return isFraction(parameter) ? numbers.percentage(value) : numbers.precise(fourDigits(value));
    }

    /** The same with the sign of the currency where the value is money. */
    String amount(String parameter, double value) {
        return isMoney(parameter)
                ? numbers.preciseMoney(fourDigits(value)).replace(' ', NO_BREAK)
                : value(parameter, value);
    }

    private static double fourDigits(double value) {
        return BigDecimal.valueOf(value).round(FOUR_DIGITS).doubleValue();
    }

    /** Whether a parameter's unit is money, or money per something. */
    boolean isMoney(String id) {
        String unit = unit(id);
        return unit.equals(scenario.currency()) || unit.startsWith(scenario.currency() + "/");
    }

    /**
     * What stands behind a parameter's value as people say it: {@code EUR/fte/year} is money and "per fte per year". Empty where
     * the unit is a thing or a time: behind a number that would have to be its plural, which the file does not give.
     */
    String spokenUnit(String id) {
        String unit = unit(id);
        if (!isMoney(id) && !unit.startsWith("1/")) {
            return "";
        }
        int noun = isMoney(id) ? scenario.currency().length() : 1;
        return unit.substring(noun)
                .replaceAll("\\s*/\\s*", " " + texts.text("unit.per") + " ")
                .strip();
    }

    /** A parameter's name with its unit, where that does not stand behind the value. */
    String nameWithUnit(String id) {
        String unit = unit(id);
        String name = labels.parameter(id);
        return unit.isEmpty() || isFraction(id) || isMoney(id) || unit.startsWith("1/")
                ? name
                : name + " (" + unit + ")";
    }

    /** A parameter's unit as the file writes it; empty if it has none. */
    String unit(String id) {
        Parameter parameter = scenario.parameters().get(id);
        return parameter == null || parameter.unit() == null
                ? ""
                : parameter.unit().in(language().locale());
    }

    /** Whether a parameter is a part of a whole. */
    boolean isFraction(String id) {
        Parameter parameter = scenario.parameters().get(id);
        return parameter != null && parameter.unit() != null && parameter.unit().says("1");
    }

    /** What a result is not of the files as they stand; empty if it is. */
    String departures(Repetition repetition) {
        return repetition.departures().sentence(shared, labels);
    }

    String alternative(CaseFindings theCase) {
        return labels.alternative(theCase.result().alternative());
    }

    /** An alternative, and its outlook if there is one. */
    String run(CaseFindings theCase) {
        Optional<String> outlook = theCase.result().outlook();
        return labels.run(theCase.result().alternative(), outlook);
    }
}
