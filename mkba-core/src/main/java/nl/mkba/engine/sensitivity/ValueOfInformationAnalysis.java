package nl.mkba.engine.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.engine.uncertainty.KeptDraws;
import nl.mkba.engine.uncertainty.UncertainCase;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.sensitivity.SensitivityResult.PartialInformation;
import nl.mkba.sensitivity.SensitivityResult.ValueOfInformation;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.Workers;

/** The value of information for the choice between the alternatives in an outlook and doing nothing. */
final class ValueOfInformationAnalysis {

    /** By so little, as a part of it, a partial value may exceed the whole through rounding. */
    private static final double ROUNDING = 1e-9;

    private final Scenario scenario;
    private final KeptDraws draws;
    private final boolean withGroups;
    private final Workers workers;
    private final Problems warnings;

    ValueOfInformationAnalysis(
            Scenario scenario, KeptDraws draws, boolean withGroups, Workers workers, Problems warnings) {
        this.scenario = scenario;
        this.draws = draws;
        this.withGroups = withGroups;
        this.workers = workers;
        this.warnings = warnings;
    }

    /** For every outlook. */
    List<ValueOfInformation> all() {
        Set<Optional<String>> outlooks = new LinkedHashSet<>();
        draws.cases().forEach(each -> outlooks.add(each.outlook()));
        List<ValueOfInformation> values = new ArrayList<>();
        outlooks.forEach(outlook -> values.add(in(outlook)));
        return values;
    }

    private ValueOfInformation in(Optional<String> outlook) {
        List<Integer> cases = new ArrayList<>();
        List<double[]> options = new ArrayList<>();
        options.add(new double[draws.count()]);
        Set<String> uncertain = new LinkedHashSet<>();
        for (int c = 0; c < draws.cases().size(); c++) {
            if (draws.cases().get(c).outlook().equals(outlook)) {
                cases.add(c);
                options.add(draws.column(c, Evaluator.NPV));
                uncertain.addAll(draws.cases().get(c).parameters());
            }
        }
        InformationValue perfect = InformationValue.of(options, workers);
        Overflow.require(
                draws.cases().get(cases.get(0)).central().compiled(),
                perfect.value() + perfect.standardError().orElse(0),
                "evpi");
        List<String> parameters = new ArrayList<>();
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Parameter parameter : scenario.parameters().values()) {
            if (uncertain.contains(parameter.id())) {
                parameters.add(parameter.id());
                String group = parameter.group();
                if (group != null && withGroups) {
                    groups.computeIfAbsent(group, key -> new ArrayList<>()).add(parameter.id());
                }
            }
        }
        List<String> names = new ArrayList<>(parameters);
        names.addAll(groups.keySet());
        List<List<String>> subsets = new ArrayList<>();
        parameters.forEach(id -> subsets.add(List.of(id)));
        subsets.addAll(groups.values());
        double[] partial = new double[subsets.size()];
        workers.run(partial.length, cancellation -> s -> partial[s] = partial(cases, subsets.get(s), cancellation));
        List<String> clipped = new ArrayList<>();
        List<PartialInformation> values = new ArrayList<>();
        for (int s = 0; s < partial.length; s++) {
            if (partial[s] > perfect.value() * (1 + ROUNDING)) {
                clipped.add(names.get(s));
            }
            values.add(new PartialInformation(names.get(s), Math.min(partial[s], perfect.value())));
        }
        if (!clipped.isEmpty()) {
            warnings.add(Problem.of(
                    ProblemCode.PARTIAL_INFORMATION_CLIPPED,
                    outlook.map(id -> "outlooks." + id).orElse(Problem.NO_PATH),
                    String.join(", ", clipped)));
        }
        return new ValueOfInformation(
                outlook,
                perfect.value(),
                perfect.standardError(),
                highestFirst(values.subList(0, parameters.size())),
                highestFirst(values.subList(parameters.size(), values.size())));
    }

    private static List<PartialInformation> highestFirst(List<PartialInformation> values) {
        return values.stream()
                .sorted(Comparator.comparingDouble(PartialInformation::value).reversed())
                .toList();
    }

    /** A parameter as it is distributed in a case, or as a draw that tells of others there. */
    private record Known(String parameter, Distribution distribution) {}

    /** In a case without a parameter its draw may tell of those that it is correlated with: taken as a normal score. */
    private static final Distribution SCORE = Distribution.normal(0, 1);

    /**
     * The value of knowing these parameters. Cases in which they are distributed alike share their regression: one that tells
     * nothing in some of the cases is known in them all the same, and one that tells nothing in any is left out.
     */
    private double partial(List<Integer> cases, List<String> parameters, Cancellation cancellation) {
        Set<String> telling = new HashSet<>(parameters);
        telling.removeIf(
                id -> cases.stream().noneMatch(c -> draws.cases().get(c).tells(id)));
        Map<List<Known>, List<Integer>> regressions = new LinkedHashMap<>();
        double[][] options = new double[cases.size() + 1][];
        options[0] = new double[draws.count()];
        for (int k = 0; k < cases.size(); k++) {
            UncertainCase theCase = draws.cases().get(cases.get(k));
            List<Known> known = new ArrayList<>();
            boolean isTold = false;
            for (String id : parameters) {
                int index = theCase.parameters().indexOf(id);
                if (index >= 0 && telling.contains(id)) {
                    known.add(new Known(id, theCase.distribution(index)));
                } else if (index < 0 && isCorrelated(id)) {
                    known.add(new Known(id, SCORE));
                }
                isTold |= index < 0 ? isCorrelated(id) : theCase.tells(id);
            }
            double[] npv = draws.column(cases.get(k), Evaluator.NPV);
            if (parameters.containsAll(theCase.parameters())) {
                // Nothing else is uncertain: what is known decides the draw.
                options[k + 1] = npv;
            } else if (!isTold) {
                options[k + 1] = ConditionalMean.unconditional(npv);
            } else {
                regressions.computeIfAbsent(known, key -> new ArrayList<>()).add(k);
            }
        }
        regressions.forEach((known, which) -> {
            List<double[]> npvs = which.stream()
                    .map(k -> draws.column(cases.get(k), Evaluator.NPV))
                    .toList();
            List<double[]> means = new ConditionalMean(values(known, cancellation), cancellation).of(npvs);
            for (int k = 0; k < which.size(); k++) {
                options[which.get(k) + 1] = means.get(k);
            }
        });
        return InformationValue.of(List.of(options), cancellation).value();
    }

    private boolean isCorrelated(String parameter) {
        return scenario.correlations().stream()
                .anyMatch(correlation -> correlation.rank() != 0
                        && (correlation.first().equals(parameter)
                                || correlation.second().equals(parameter)));
    }

    private double[][] values(List<Known> known, Cancellation cancellation) {
        return known.stream()
                .map(each -> draws.values(each.parameter(), each.distribution(), cancellation))
                .toArray(double[][]::new);
    }
}
