package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import nl.mkba.engine.number.LostDigits;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a central estimate of which figures are wrong because {@link LostDigits digits were lost} below the smallest normal number:
 * a product there keeps fewer digits, or becomes 0.
 *
 * <p>That something became so small says nothing yet: a flow that fades, a discount factor of the far future and a chance to a high
 * power do, beside amounts to which they add nothing. What counts is whether it shows in a figure. So the case is calculated a second
 * time, with every such number put at the upper end of where its true size may lie; a figure that then differs is not known well
 * enough. The second time is needed only where some number is so small or large that a product of a few may be lost, which in
 * cases of people it never is.
 */
final class Underflow {

    /** An amount below this is nothing beside ordinary ones. */
    private static final double NOTHING = 1e-300;

    /** The same of what is left of it where it is divided. */
    private static final double NO_RATIO = 1e-290;

    /** Powers, which may pass from an ordinary number to 0 in one step. */
    private static final Set<Op> POWERS = EnumSet.of(Op.EXP, Op.POW, Op.POWERS, Op.DISCOUNT, Op.RUN, Op.TAIL);

    /** Operations that lose digits; sums do not. */
    private static final Set<Op> LOSING = EnumSet.of(
            Op.MULTIPLY,
            Op.DIVIDE,
            Op.SUM_OF_PRODUCTS,
            Op.DOT,
            Op.TAIL_VALUE,
            Op.INTERPOLATE,
            Op.COHORTS,
            Op.MULTIPLY_YEARS,
            Op.DIVIDE_YEARS,
            Op.SCALE,
            Op.COMBINE,
            Op.CREDIT);

    static {
        LOSING.addAll(POWERS);
    }

    private static final Interpreter.Sink UNHEARD = new Interpreter.Sink() {
        @Override
        public void clamped(int check, int draw, double value) {}

        @Override
        public void refused(int check, int draw, double value) {}
    };

    private final Plan plan;
    private final ProgramBuilder program;
    private final Interpreter interpreter;

    /** Per register what it holds the second time; null if it depends on an input, or is a check. */
    private final List<double @Nullable []> again = new ArrayList<>();

    private Underflow(Plan plan) {
        this.plan = plan;
        this.program = plan.compilation().program();
        this.interpreter = new Interpreter(program.years());
        for (int register = 0; register < program.size(); register++) {
            again.add(again(register));
        }
    }

    /** Whether an operation, or one on what it gave, may have lost digits: asked of every number that is calculated. */
    static boolean isNear(Op op, double[] result) {
        for (double number : result) {
            if (isNear(op, number)) {
                return true;
            }
        }
        return false;
    }

    /** The same of a number that it gave. Strengths of a run are 0 in most years, and else become small step by step. */
    static boolean isNear(Op op, double number) {
        return LostDigits.areNear(number) || (number == 0 && op != Op.RUN && POWERS.contains(op));
    }

    /** Adds the first figure of a central estimate that is not known well enough; a stream's, or else an account's. */
    static void check(Plan plan, Problems problems) {
        if (!problems.hasErrors() && plan.compilation().program().isNearUnderflow()) {
            Problem problem = new Underflow(plan).problem();
            if (problem != null) {
                problems.add(problem);
            }
        }
    }

    private double @Nullable [] again(int register) {
        Instruction maker = program.maker(register);
        if (maker == null) {
            return program.isConstant(register) ? program.vector(register) : null;
        }
        double[][] operands = new double[maker.operands.length][];
        for (int i = 0; i < operands.length; i++) {
            double[] operand = again.get(maker.operands[i]);
            if (operand == null) {
                return null;
            }
            operands[i] = operand;
        }
        double[] values = calculated(maker, operands, each -> each);
        if (LOSING.contains(maker.op)) {
            boolean isPower = POWERS.contains(maker.op);
            // Of a sum of products: how large its terms are, which may cancel out.
            double[] sizes = isPower ? values : calculated(maker, operands, Math::abs);
            // 0 only where the true result is 0: of rates, 1 takes away everything.
            double[] traces = calculated(
                    maker, operands, isPower && maker.op != Op.POW ? Underflow::ofRate : Underflow::ofFactor);
            for (int y = 0; y < values.length; y++) {
                if (Math.abs(sizes[y]) < Double.MIN_NORMAL && traces[y] != 0) {
                    values[y] = LostDigits.upperEnd(values[y], register);
                }
            }
        }
        return values;
    }

    private static double ofRate(double rate) {
        return rate == 1 ? 1 : 0;
    }

    private static double ofFactor(double factor) {
        return factor == 0 ? 0 : 1;
    }

    private double[] calculated(Instruction maker, double[][] operands, DoubleUnaryOperator with) {
        double[][] changed = new double[operands.length][];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = new double[operands[i].length];
            for (int y = 0; y < changed[i].length; y++) {
                changed[i][y] = with.applyAsDouble(operands[i][y]);
            }
        }
        return program.calculated(interpreter, maker.op, changed, maker.immediates, UNHEARD);
    }

    /** What is nothing in this case, beside its streams and in its ratios. */
    private double nothing() {
        double all = 0;
        for (PlanStream stream : plan.streams()) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                all += Math.abs(plan.value(part.presentValue()));
            }
        }
        double nothing = Math.min(NOTHING, LostDigits.TOLERANCE * all);
        for (int divisor : new int[] {plan.society().costs(), plan.annuityWithin()}) {
            double value = plan.value(divisor);
            nothing = value > 0 ? Math.min(nothing, NO_RATIO * value) : nothing;
        }
        return nothing;
    }

    private @Nullable Problem problem() {
        double nothing = nothing();
        for (PlanStream stream : plan.streams()) {
            String figure = wrong(stream, nothing);
            if (figure != null) {
                String path = stream.intervention().path(stream.stream());
                return problem("streams." + stream.id() + "." + figure).at(path);
            }
        }
        Plan.Society society = plan.society();
        if (isWrong(society.costs(), 0)) {
            return problem("pv_costs");
        }
        if (isWrong(society.benefits(), nothing)) {
            return problem("pv_benefits");
        }
        if (isWrong(society.npv(), nothing)) {
            return problem("npv");
        }
        if (isWrong(society.weightedNpv(), nothing)) {
            return problem("weighted_npv");
        }
        if (isWrong(plan.annuityWithin(), 0)) {
            return problem("equivalent_annual_value");
        }
        for (Map.Entry<String, Plan.Account> stakeholder : plan.stakeholders().entrySet()) {
            String figure = wrong(stakeholder.getValue(), nothing);
            if (figure != null) {
                return problem("stakeholders." + stakeholder.getKey() + "." + figure);
            }
        }
        for (int stage : plan.grossToNet()) {
            if (isWrong(stage, nothing)) {
                return problem("gross_to_net");
            }
        }
        return null;
    }

    private Problem problem(String figure) {
        return Overflow.problem(ProblemCode.UNDERFLOW, plan.compiled(), figure);
    }

    private @Nullable String wrong(PlanStream stream, double nothing) {
        for (PlanStream.ValueComponent part : stream.parts()) {
            if (isWrong(part.presentValue(), nothing) || isWrong(part.tail(), nothing)) {
                return "pv";
            }
            if (isWrong(part.flow(), part.discountFactors(), nothing)) {
                return "undiscounted";
            }
        }
        if (stream.units() == PlanStream.NO_UNITS) {
            return null;
        }
        // Costs are divided by units: if there are any, they have all their digits.
        boolean areAny = Arrays.stream(plan.years(stream.units())).anyMatch(units -> units != 0);
        return isWrong(stream.units(), plan.discountFactors(), areAny ? 0 : nothing) ? "units" : null;
    }

    private @Nullable String wrong(Plan.Account account, double nothing) {
        if (isWrong(account.costs(), nothing)) {
            return "costs";
        }
        if (isWrong(account.benefits(), nothing)) {
            return "benefits";
        }
        if (isWrong(account.transfers(), nothing)) {
            return "transfers";
        }
        if (isWrong(account.net(), nothing)) {
            return "net";
        }
        return isWrong(account.cash(), nothing) ? "cash" : null;
    }

    /** @param nothing a difference up to this is none; 0 for what others are divided by */
    private boolean isWrong(int register, double nothing) {
        // As it was calculated, also where rounding alone is left.
        double value = program.value(register);
        return LostDigits.show(Math.abs(value), Math.abs(again(register, 0) - value), nothing);
    }

    /** The same of flows, or units, which are added up, and discounted. */
    private boolean isWrong(int flows, int discountFactors, double nothing) {
        double[] values = plan.years(flows);
        double[] factors = plan.years(discountFactors);
        double size = 0;
        double off = 0;
        for (int y = 0; y < values.length; y++) {
            double weight = Math.max(1, factors[y]);
            size += weight * Math.abs(values[y]);
            off += weight * Math.abs(again(flows, y) - values[y]);
        }
        return LostDigits.show(size, off, nothing);
    }

    private double again(int register, int year) {
        double[] values = again.get(register);
        if (values == null) {
            throw new IllegalStateException("The register (" + register + ") is not that of a central estimate");
        }
        return values[year];
    }
}
