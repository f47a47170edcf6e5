package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.OptimismBias;
import nl.mkba.scenario.Outlook;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.jspecify.annotations.Nullable;

/**
 * A scenario with one alternative and at most one outlook, and every {@code set} applied: names are resolved and nothing
 * is left to choose.
 */
public final class Case {

    /** The path of the discount policy of a selection. */
    private static final String SELECTED_DISCOUNTING = "selection.discounting";

    /** What the paths of values from a row of a table begin with. */
    public static final String ROW = "row";

    private final Scenario scenario;
    private final Alternative alternative;
    private final @Nullable Outlook outlook;
    private final Map<String, EffectiveParameter> inForce;
    private final DiscountPolicy discounting;
    private final Origin discountingOrigin;
    private final List<Intervention> interventions;
    private final @Nullable Map<String, OptimismBias> optimismBias;
    private final double effectsTimes;

    private Case(
            Scenario scenario,
            Alternative alternative,
            @Nullable Outlook outlook,
            Map<String, EffectiveParameter> inForce,
            DiscountPolicy discounting,
            Origin discountingOrigin,
            List<Intervention> interventions,
            @Nullable Map<String, OptimismBias> optimismBias,
            double effectsTimes) {
        this.scenario = scenario;
        this.alternative = alternative;
        this.outlook = outlook;
        this.inForce = inForce;
        this.discounting = discounting;
        this.discountingOrigin = discountingOrigin;
        this.interventions = interventions;
        this.optimismBias = optimismBias;
        this.effectsTimes = effectsTimes;
    }

    /**
     * {@return the case of an alternative in an outlook, with what the selection changes}
     *
     * @param scenario the analysis
     * @param alternative of the scenario
     * @param outlook null for none
     * @param selection which of its alternatives and outlooks, and with what changed
     */
    public static Case of(Scenario scenario, Alternative alternative, @Nullable Outlook outlook, Selection selection) {
        return of(scenario, alternative, outlook, selection, Map.of());
    }

    /**
     * {@return the case of one place: what its row of a table says replaces the scenario's values, and the alternative, the
     * outlook and the selection come after it}
     *
     * @param scenario the analysis
     * @param alternative of the scenario
     * @param outlook null for none
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param row values of parameters, as written; the paths of problems with them begin with {@link #ROW}
     */
    public static Case of(
            Scenario scenario,
            Alternative alternative,
            @Nullable Outlook outlook,
            Selection selection,
            Map<String, Double> row) {
        Map<String, EffectiveParameter> inForce = new LinkedHashMap<>();
        for (Parameter parameter : scenario.parameters().values()) {
            inForce.put(parameter.id(), EffectiveParameter.of(parameter));
        }
        row.forEach((id, value) ->
                apply(inForce, Origin.ROW, ROW, Map.of(id, new Replacement.Value(Expression.of(value), null))));
        apply(inForce, Origin.ALTERNATIVE, "alternatives." + alternative.id() + ".set", alternative.set());
        DiscountPolicy discounting = scenario.discounting();
        Origin discountingOrigin = Origin.SCENARIO;
        if (outlook != null) {
            apply(inForce, Origin.OUTLOOK, "outlooks." + outlook.id() + ".set", outlook.set());
            DiscountPolicy other = outlook.discounting();
            if (other != null) {
                discounting = other;
                discountingOrigin = Origin.OUTLOOK;
            }
        }
        apply(inForce, Origin.SELECTION, "set", selection.set());
        DiscountPolicy chosen = selection.discounting();
        if (chosen != null) {
            discounting = chosen;
            discountingOrigin = Origin.SELECTION;
        }
        Set<String> carriedOut = new HashSet<>(alternative.interventions());
        List<Intervention> interventions = new ArrayList<>();
        for (Intervention intervention : scenario.interventions().values()) {
            if (carriedOut.contains(intervention.id())) {
                interventions.add(intervention);
            }
        }
        return new Case(
                scenario,
                alternative,
                outlook,
                Collections.unmodifiableMap(inForce),
                discounting,
                discountingOrigin,
                List.copyOf(interventions),
                scenario.optimismBias(),
                selection.effectsTimes());
    }

    /**
     * The cases of a selection: of each alternative in the scenario's order, outlook by outlook. The scenario's
     * warnings, and ids that it does not have, are added to {@code problems}.
     */
    static List<Case> all(Scenario scenario, Selection selection, Problems problems) {
        return all(scenario, selection, Map.of(), problems);
    }

    /**
     * {@return the same, with other values of parameters; see {@link #of(Scenario, Alternative, Outlook, Selection, Map)}}
     *
     * @param scenario the analysis
     * @param selection which of its alternatives and outlooks, and with what changed
     * @param row values, as written, by the parameters' ids
     * @param problems takes what is wrong and what deserves attention
     */
    public static List<Case> all(Scenario scenario, Selection selection, Map<String, Double> row, Problems problems) {
        scenario.warnings().forEach(problems::add);
        known(
                ProblemCode.UNKNOWN_ALTERNATIVE,
                Problem.NO_PATH,
                selection.alternatives(),
                scenario.alternatives(),
                problems);
        known(ProblemCode.UNKNOWN_OUTLOOK, Problem.NO_PATH, selection.outlooks(), scenario.outlooks(), problems);
        known(
                ProblemCode.UNKNOWN_PARAMETER,
                Problem.NO_PATH,
                selection.set().keySet(),
                scenario.parameters(),
                problems);
        selection.forEachExpression(
                SELECTED_DISCOUNTING,
                (path, expression) -> known(
                        ProblemCode.UNKNOWN_PARAMETER, path, expression.references(), scenario.parameters(), problems));
        selection.set().forEach((id, replacement) -> {
            Parameter parameter = scenario.parameters().get(id);
            boolean isUncertain = replacement instanceof Replacement.Value value && value.distribution() != null;
            if (parameter != null && isUncertain) {
                parameter.checkUncertain("set." + id + ".distribution").ifPresent(problems::add);
            }
        });
        DiscountPolicy policy = selection.discounting();
        if (policy != null) {
            policy.check(scenario.baseYear())
                    .forEach(problem -> problems.add(problem.at(SELECTED_DISCOUNTING + "." + problem.path())));
        }
        List<Case> cases = new ArrayList<>();
        if (!Sizes.checkCases(scenario, selection, problems)) {
            return cases;
        }
        for (Alternative alternative : scenario.alternatives().values()) {
            if (Sizes.isSelected(alternative, selection)) {
                for (Optional<String> run : selection.runs()) {
                    Outlook outlook = run.isEmpty() ? null : scenario.outlooks().get(run.get());
                    if (run.isEmpty() || outlook != null) {
                        cases.add(of(scenario, alternative, outlook, selection, row));
                    }
                }
            }
        }
        return cases;
    }

    private static void known(
            ProblemCode code, String path, Iterable<String> ids, Map<String, ?> known, Problems problems) {
        for (String id : ids) {
            if (!known.containsKey(id)) {
                problems.add(Problem.of(code, path, id).suggesting(problems.nearest(id, known.keySet())));
            }
        }
    }

    private static void apply(
            Map<String, EffectiveParameter> inForce, Origin origin, String path, Map<String, Replacement> set) {
        for (Map.Entry<String, Replacement> entry : set.entrySet()) {
            EffectiveParameter effective = inForce.get(entry.getKey());
            // An unknown id was reported when the scenario or the selection was checked.
            if (effective != null) {
                inForce.put(entry.getKey(), effective.replaced(origin, path + "." + entry.getKey(), entry.getValue()));
            }
        }
    }

    /** The same case without one of its interventions. */
    Case without(String intervention) {
        return only(other -> !other.equals(intervention));
    }

    /**
     * {@return the same case with only those of its interventions whose id is picked}
     *
     * @param picked asked with an intervention's id
     */
    public Case only(Predicate<String> picked) {
        List<Intervention> some = interventions.stream()
                .filter(intervention -> picked.test(intervention.id()))
                .toList();
        return with(inForce, some, optimismBias);
    }

    /** The same case with every grade of evidence left uncorrected. */
    Case withoutOptimismBias() {
        return with(inForce, interventions, null);
    }

    private Case with(
            Map<String, EffectiveParameter> others,
            List<Intervention> otherInterventions,
            @Nullable Map<String, OptimismBias> otherBias) {
        return new Case(
                scenario,
                alternative,
                outlook,
                others,
                discounting,
                discountingOrigin,
                otherInterventions,
                otherBias,
                effectsTimes);
    }

    /** The same case with other parameters in force, and another discount policy. */
    Case with(Map<String, EffectiveParameter> others, DiscountPolicy otherDiscounting) {
        return new Case(
                scenario,
                alternative,
                outlook,
                others,
                otherDiscounting,
                discountingOrigin,
                interventions,
                optimismBias,
                effectsTimes);
    }

    /**
     * {@return the ids of the parameters whose value in force is that of the row; factors of {@code times} may come on top.}
     */
    public Set<String> fromRow() {
        Set<String> ids = new LinkedHashSet<>();
        inForce.forEach((id, effective) -> {
            if (effective.origin() == Origin.ROW) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** {@return the scenario it is a case of} */
    public Scenario scenario() {
        return scenario;
    }

    /** {@return the years of the analysis} */
    public TimeFrame timeFrame() {
        return new TimeFrame(scenario.baseYear(), scenario.firstYear(), scenario.horizon(), scenario.flowsAt());
    }

    /** {@return its alternative} */
    public Alternative alternative() {
        return alternative;
    }

    /** {@return its outlook, if any} */
    public Optional<Outlook> outlook() {
        return Optional.ofNullable(outlook);
    }

    /** {@return the discount policy in force} */
    public DiscountPolicy discounting() {
        return discounting;
    }

    /** Whose discount policy is in force. */
    Origin discountingOrigin() {
        return discountingOrigin;
    }

    /** Where the discount policy in force is written. */
    String discountingPath() {
        return switch (discountingOrigin) {
            case OUTLOOK -> "outlooks." + Objects.requireNonNull(outlook).id() + ".discounting";
            case SELECTION -> SELECTED_DISCOUNTING;
            default -> "discounting";
        };
    }

    /** {@return the interventions that are carried out, in the scenario's order} */
    public List<Intervention> interventions() {
        return interventions;
    }

    /** By what every positive effect is multiplied: 1, but for a sceptic. */
    double effectsTimes() {
        return effectsTimes;
    }

    /** The parameters in force, by id. */
    Map<String, EffectiveParameter> inForce() {
        return inForce;
    }

    /** The corrections per grade in force, or null for none. */
    @Nullable
    Map<String, OptimismBias> optimismBias() {
        return optimismBias;
    }

    /** {@return the distributions in force, by the id of the parameter} */
    public Map<String, Distribution> distributions() {
        Map<String, Distribution> distributions = new LinkedHashMap<>();
        inForce.forEach((id, effective) -> {
            Distribution distribution = effective.distribution();
            if (distribution != null) {
                distributions.put(id, distribution);
            }
        });
        return distributions;
    }

    /**
     * {@return the central values of the parameters that can be varied by themselves, as written: those that are a plain number
     * or have a distribution, and no formula}
     */
    public Map<String, Double> centralValues() {
        Map<String, Double> values = new LinkedHashMap<>();
        inForce.forEach((id, effective) -> {
            if (effective.value() != null) {
                effective.value().number().ifPresent(number -> values.put(id, number));
            } else if (effective.distribution() != null) {
                values.put(id, effective.distribution().mean());
            }
        });
        return values;
    }

    /**
     * {@return the same case with one parameter certain at another value, as written: price index and factors stay}
     *
     * @param parameter the parameter's id
     * @param value as written: a fraction for a percentage
     */
    public Case with(String parameter, double value) {
        Map<String, EffectiveParameter> others = new LinkedHashMap<>(inForce);
        others.put(parameter, inForce(parameter).certain(value));
        return with(Collections.unmodifiableMap(others), interventions, optimismBias);
    }

    /**
     * {@return a parameter as the scenario describes it}
     *
     * @param id the parameter's id
     */
    public Parameter parameter(String id) {
        return inForce(id).parameter();
    }

    /**
     * {@return the value in force of a parameter, as it is written: its own, or that of a {@code set}, with all factors}
     *
     * @param id the parameter's id
     */
    public String written(String id) {
        return inForce(id).written();
    }

    /**
     * {@return the ids of the parameters to which the value in force of a parameter refers itself}
     *
     * @param id the parameter's id
     */
    public Set<String> references(String id) {
        return inForce(id).references();
    }

    /**
     * {@return whether the value in force of a parameter names others}
     *
     * @param id the parameter's id
     */
    public boolean isComputed(String id) {
        Expression value = inForce(id).value();
        return value != null && !value.references().isEmpty();
    }

    /**
     * {@return whether the value in force of a parameter is written as a formula, if only of numbers}
     *
     * @param id the parameter's id
     */
    public boolean isFormula(String id) {
        Expression value = inForce(id).value();
        return value != null && value.number().isEmpty();
    }

    /** A parameter in force. */
    EffectiveParameter inForce(String id) {
        EffectiveParameter effective = inForce.get(id);
        if (effective == null) {
            throw new IllegalArgumentException("The parameter (" + id + ") is not in the case");
        }
        return effective;
    }
}
