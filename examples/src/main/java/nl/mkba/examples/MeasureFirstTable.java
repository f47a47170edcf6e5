package nl.mkba.examples;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import nl.mkba.Mkba;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityRequest.Analysis;
import nl.mkba.sensitivity.SensitivityResult.PartialInformation;
import nl.mkba.sensitivity.SensitivityResult.ValueOfInformation;
import nl.mkba.source.QualityLevel;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;
import nl.mkba.uncertainty.Workers;

/** What would have to be measured first: what it is worth to know more, and which parameters the uncertainty comes from. */
final class MeasureFirstTable {

    static final PageTable IN_PAGE = new PageTable("what to measure first");

    /** The value of knowing one parameter takes a regression for each: few draws are enough for two digits. */
    private static final int DRAWS = 2000;

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static final String HEAD_EN = """
            | example | worth of knowing everything | of one parameter (EVPPI) | largest parts of the variance | largest illustrative parameters |
            |---|---|---|---|---|
            """;

    private static final String HEAD_NL = """
            | voorbeeld | alles weten is waard | één gegeven weten (EVPPI) | grootste delen van de spreiding | grootste illustratieve gegevens |
            |---|---|---|---|---|
            """;

    private final List<Example> examples = new ArrayList<>();

    private record Example(Scenario scenario, SimulatedCase drawn, ValueOfInformation worth) {

        Parameter parameter(String id) {
            return Objects.requireNonNull(scenario.parameters().get(id));
        }
    }

    /** Adds an example, with the draws of its main alternative. */
    void add(Scenario scenario, SimulatedCase drawn, Workers workers) {
        Simulation settings = scenario.simulation();
        SensitivityRequest request = SensitivityRequest.of(scenario)
                .withSimulation(new Simulation(DRAWS, settings.seed(), settings.sampling()))
                .only(Analysis.VALUE_OF_INFORMATION);
        ValueOfInformation worth = Mkba.sensitivity(scenario, Selection.ALL, request, workers)
                .valueOfInformation()
                .get(0);
        examples.add(new Example(scenario, drawn, worth));
    }

    String inEnglish() {
        return HEAD_EN + rows(Locale.ENGLISH, "0 for each");
    }

    String inDutch() {
        return HEAD_NL + rows(DUTCH, "0 voor elk");
    }

    private String rows(Locale language, String none) {
        StringBuilder rows = new StringBuilder();
        for (Example example : examples) {
            rows.append("| ")
                    .append(String.join(
                            " | ",
                            example.scenario().id(),
                            amount(example.worth().evpi(), language),
                            ofOne(example, language, none),
                            largest(example, each -> true, 3, language),
                            largest(
                                    example,
                                    each -> QualityLevel.of(each.provenance()).isGuess(),
                                    2,
                                    language)))
                    .append(" |\n");
        }
        return rows.toString();
    }

    /** The parameters of which knowing one is worth at least a hundredth of knowing everything. */
    private static String ofOne(Example example, Locale language, String none) {
        List<String> parts = new ArrayList<>();
        for (PartialInformation one : example.worth().parameters()) {
            if (one.value() > 0 && one.value() >= example.worth().evpi() / 100) {
                parts.add(name(example.parameter(one.name()), language) + " " + amount(one.value(), language));
            }
        }
        return parts.isEmpty() ? none : String.join(", ", parts);
    }

    /** The parameters with the largest squared rank correlations with the net present value, as parts of the sum of all. */
    private static String largest(Example example, Predicate<Parameter> which, int number, Locale language) {
        Map<String, Double> squares = new LinkedHashMap<>();
        example.drawn().rankCorrelations().forEach((id, r) -> squares.put(id, r.orElse(0) * r.orElse(0)));
        double sum = squares.values().stream().mapToDouble(Double::doubleValue).sum();
        List<String> parts = squares.entrySet().stream()
                .filter(entry -> which.test(example.parameter(entry.getKey())))
                .filter(entry -> entry.getValue() / sum >= 0.005)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(number)
                .map(entry -> name(example.parameter(entry.getKey()), language)
                        + String.format(Locale.ROOT, " %.0f %%", 100 * entry.getValue() / sum))
                .toList();
        return parts.isEmpty() ? "–" : String.join(", ", parts);
    }

    private static String name(Parameter parameter, Locale language) {
        String name = parameter.label().in(language);
        return name.substring(0, 1).toLowerCase(language) + name.substring(1);
    }

    /** An amount in two digits. */
    private static String amount(double value, Locale language) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(2));
        return value < 0.5
                ? "0"
                : "€" + NumberFormat.getIntegerInstance(language).format(rounded);
    }
}
