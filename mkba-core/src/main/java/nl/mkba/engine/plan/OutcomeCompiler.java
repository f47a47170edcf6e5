package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Outcome;

/** Compiles outcomes: their baselines, their values, and what several effects take away from them together. */
final class OutcomeCompiler {

    private final CompilationContext compilation;
    private final ProgramBuilder program;
    private final PriceCompiler prices;
    private final DiscountCompiler discounts;
    private final ShareCompiler shares;
    private final Map<String, Vector> baselines = new LinkedHashMap<>();
    private final Map<String, List<Value>> values = new LinkedHashMap<>();
    private final Map<String, List<Vector>> reductions = new LinkedHashMap<>();

    /**
     * A compiled value of an outcome.
     *
     * @param id its id
     * @param expression as it is written
     * @param value the value per occurrence
     * @param growth its price change
     * @param schedule its discount factors
     * @param cashable the part that is cash
     * @param shares who bears it
     */
    record Value(
            String id,
            Expression expression,
            Scalar value,
            PriceCompiler.Growth growth,
            DiscountCompiler.Schedule schedule,
            Scalar cashable,
            Map<String, Scalar> shares) {}

    OutcomeCompiler(
            CompilationContext compilation, PriceCompiler prices, DiscountCompiler discounts, ShareCompiler shares) {
        this.compilation = compilation;
        this.program = compilation.program();
        this.prices = prices;
        this.discounts = discounts;
        this.shares = shares;
        for (Outcome outcome : compilation.compiled().scenario().outcomes().values()) {
            baselines.put(outcome.id(), baseline(outcome));
            values.put(outcome.id(), values(outcome));
            reductions.put(outcome.id(), new ArrayList<>());
        }
    }

    private List<Value> values(Outcome outcome) {
        List<Value> compiled = new ArrayList<>();
        for (Map.Entry<String, Outcome.Value> entry : outcome.values().entrySet()) {
            Outcome.Value value = entry.getValue();
            String path = outcome.path(entry.getKey());
            compiled.add(new Value(
                    entry.getKey(),
                    value.value(),
                    compilation.bounded(value.value(), Bound.NOT_NEGATIVE, path + ".value"),
                    prices.growth(value.growth(), value.prices(), path + ".growth"),
                    discounts.schedule(value.rateClass(), path + ".rate_class"),
                    compilation.fraction(value.cashable(), path + ".cashable"),
                    shares.compile(value.borneBy(), path + ".borne_by")));
        }
        return compiled;
    }

    private Vector baseline(Outcome outcome) {
        String path = "outcomes." + outcome.id();
        if (outcome.baseline() instanceof Outcome.Baseline.Trend trend) {
            Scalar level = compilation.bounded(trend.level(), Bound.NOT_NEGATIVE, path + ".baseline");
            Scalar change = compilation.bounded(trend.trend(), Bound.ABOVE_MINUS_ONE, path + ".trend");
            return program.vector(Op.SCALE, program.vector(Op.POWERS, List.of(change), 0), level);
        }
        return path(((Outcome.Baseline.Path) outcome.baseline()).levels(), path + ".baseline");
    }

    /** Linear between the years named, constant before the first and after the last. */
    private Vector path(Map<Integer, Expression> levels, String path) {
        TimeFrame frame = compilation.frame();
        TreeMap<Integer, Scalar> byYear = new TreeMap<>();
        levels.forEach((named, level) -> {
            int year = TimeFrame.isCalendarYear(named) ? named : frame.firstYear() + named;
            byYear.put(year, compilation.bounded(level, Bound.NOT_NEGATIVE, path + "." + named));
        });
        if (byYear.isEmpty()) {
            return program.everyYear(Double.NaN);
        }
        List<Integer> years = new ArrayList<>(byYear.keySet());
        int[] segments = new int[3 * frame.horizon()];
        for (int y = 0; y < frame.horizon(); y++) {
            int year = frame.firstYear() + y;
            Integer before = byYear.floorKey(year);
            Integer after = byYear.higherKey(year);
            segments[3 * y] = before == null ? 0 : years.indexOf(before);
            segments[3 * y + 1] = before == null || after == null ? 0 : year - before;
            segments[3 * y + 2] = before == null || after == null ? 1 : after - before;
        }
        return program.vector(Op.INTERPOLATE, List.copyOf(byYear.values()), segments);
    }

    boolean knows(String outcome) {
        return baselines.containsKey(outcome);
    }

    /** The values of an outcome. */
    List<Value> values(String outcome) {
        return values.getOrDefault(outcome, List.of());
    }

    /** How often an outcome happens each year without any intervention. */
    Vector baseline(String outcome) {
        Vector register = baselines.get(outcome);
        return register == null ? program.everyYear(Double.NaN) : register;
    }

    /** Remembers what one effect takes away, and returns its register, each year within 0 … 1. */
    Vector reduce(String outcome, Vector reduction, String path) {
        Vector checked = fractions(outcome, reduction, path);
        reductions.computeIfAbsent(outcome, id -> new ArrayList<>()).add(checked);
        return checked;
    }

    private Vector fractions(String outcome, Vector reduction, String path) {
        if (!program.isConstant(reduction)) {
            Check check = compilation.check(ProblemCode.REDUCTION_OUT_OF_RANGE, path, Check.VALUE, outcome, "…");
            return program.vector(Op.CLAMP_YEARS, List.of(reduction), check.number());
        }
        double[] years = program.years(reduction);
        for (int y = 0; y < years.length; y++) {
            if (years[y] < -Interpreter.SHARES_TOLERANCE || years[y] > 1 + Interpreter.SHARES_TOLERANCE) {
                compilation.refuse(
                        ProblemCode.REDUCTION_OUT_OF_RANGE,
                        path,
                        Problem.number(years[y]),
                        outcome,
                        String.valueOf(compilation.frame().firstYear() + y));
                return program.everyYear(Double.NaN);
            }
        }
        return reduction;
    }

    /**
     * How many occurrences each year an effect is credited with: {@code baseline · (1 − ∏ (1 − q_j)) · q_i / Σ q_j}.
     * Every effect on the outcome must have been remembered.
     */
    Vector credited(String outcome, Vector reduction) {
        List<Vector> all = reductions.getOrDefault(outcome, List.of(reduction));
        Vector sum = program.vector(Op.ADD_YEARS, all);
        return program.vector(Op.CREDIT, baseline(outcome), together(outcome), reduction, sum);
    }

    /** The share that all effects on an outcome take away together each year: {@code 1 − ∏ (1 − q_j)}. */
    Vector together(String outcome) {
        return program.vector(Op.COMBINE, reductions.getOrDefault(outcome, List.of()));
    }
}
