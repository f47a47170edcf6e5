package nl.mkba.scenario;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import org.jspecify.annotations.Nullable;

/** What does not fit in parameters, and in what alternatives and outlooks make of them. */
final class ParameterCheck {

    private final Scenario scenario;
    private final IdCheck ids;
    private final YearCheck years;
    private final Problems problems;

    ParameterCheck(Scenario scenario, IdCheck ids, YearCheck years, Problems problems) {
        this.scenario = scenario;
        this.ids = ids;
        this.years = years;
        this.problems = problems;
    }

    void parameter(Parameter parameter) {
        String path = "parameters." + parameter.id();
        ids.id(path, parameter.id());
        ids.free(path, parameter.id(), ReservedIds.isParameter(parameter.id()));
        ids.value(path + ".group", parameter.group());
        if (parameter.value() == null && parameter.distribution() == null) {
            problems.add(Problem.ofKey(ProblemCode.MISSING_KEY, path + ".value", "value"));
        }
        if (parameter.distribution() != null) {
            parameter.checkUncertain(path + ".distribution").ifPresent(problems::add);
        }
        valueAndDistribution(path, parameter);
        Integer year = parameter.priceYear();
        if (year != null) {
            years.priceYear(path + ".price_year", year);
        }
    }

    private void valueAndDistribution(String path, Parameter parameter) {
        Expression value = parameter.value();
        if (value == null || value.isUnknown() || (parameter.distribution() == null && parameter.priceYear() == null)) {
            return;
        }
        boolean formula = value.number().isEmpty();
        if (formula && (isUnknown(value) || isInCircle(parameter.id(), value.references()))) {
            return;
        }
        if (parameter.distribution() != null) {
            if (formula) {
                problems.add(Problem.ofKey(ProblemCode.DISTRIBUTION_OF_FORMULA, path + ".distribution", value.text()));
            } else {
                support(path + ".value", value.number().getAsDouble(), parameter.distribution());
            }
        }
        if (parameter.priceYear() != null && formula) {
            problems.add(Problem.ofKey(ProblemCode.PRICE_YEAR_OF_FORMULA, path + ".price_year", value.text()));
        }
    }

    /** Whether it names what is not a parameter, which is reported: it may have been meant to be no formula. */
    private boolean isUnknown(Expression value) {
        return !scenario.parameters().keySet().containsAll(value.references());
    }

    /** Whether what a parameter refers to leads back to it, which is reported. */
    private boolean isInCircle(String id, Collection<String> references) {
        Set<String> seen = new HashSet<>(references);
        Deque<String> open = new ArrayDeque<>(references);
        while (!open.isEmpty() && !seen.contains(id)) {
            Parameter named = scenario.parameters().get(open.remove());
            Expression value = named == null ? null : named.value();
            if (value != null) {
                for (String reference : value.references()) {
                    if (seen.add(reference)) {
                        open.add(reference);
                    }
                }
            }
        }
        return seen.contains(id);
    }

    private void checkUncertain(String id, String path) {
        Parameter parameter = scenario.parameters().get(id);
        if (parameter != null) {
            parameter.checkUncertain(path).ifPresent(problems::add);
        }
    }

    private void support(String path, double value, Distribution distribution) {
        if (value < distribution.lowest() || value > distribution.highest()) {
            problems.add(Problem.of(
                            ProblemCode.VALUE_OUTSIDE_DISTRIBUTION,
                            path,
                            Problem.number(value),
                            Problem.number(distribution.lowest()) + " … " + Problem.number(distribution.highest()))
                    .suggesting(withSign(value, distribution)));
        }
    }

    /** The value of a share as the percentage that was probably meant, if as such it lies within the distribution; or null. */
    private static @Nullable String withSign(double value, Distribution distribution) {
        double share = value / 100;
        boolean isMeant =
                distribution.highest() <= 1 && share >= distribution.lowest() && share <= distribution.highest();
        return isMeant ? Problem.number(value) + "%" : null;
    }

    void sets(String path, Map<String, Replacement> set) {
        set.forEach((id, replacement) -> {
            String entry = path + "." + id;
            if (!scenario.parameters().containsKey(id)) {
                ids.unknown(
                        Problem.ofKey(ProblemCode.UNKNOWN_PARAMETER, entry, id),
                        "parameters",
                        scenario.parameters().keySet());
            } else if (replacement instanceof Replacement.Value value && value.distribution() != null) {
                checkUncertain(id, entry + ".distribution");
                var number = value.value();
                if (number != null && !number.isUnknown()) {
                    if (isUnknown(number)) {
                        return;
                    }
                    if (number.number().isEmpty()) {
                        problems.add(Problem.ofKey(
                                ProblemCode.DISTRIBUTION_OF_FORMULA, entry + ".distribution", number.text()));
                    } else {
                        support(entry + ".value", number.number().getAsDouble(), value.distribution());
                    }
                }
            } else if (replacement instanceof Replacement.Value value && value.value() != null) {
                perhapsPercentage(
                        entry + ".value", value.value(), scenario.parameters().get(id));
            }
        });
    }

    /** A number without a percent sign for one that has it. */
    private void perhapsPercentage(String path, Expression set, @Nullable Parameter parameter) {
        Expression replaced = parameter == null ? null : parameter.value();
        if (replaced != null) {
            WrittenNumber.perhapsPercentageFor(set.text(), replaced.text())
                    .ifPresent(number ->
                            problems.add(ProblemCode.PERHAPS_PERCENTAGE, path, number.toArray(String[]::new)));
        }
    }
}
