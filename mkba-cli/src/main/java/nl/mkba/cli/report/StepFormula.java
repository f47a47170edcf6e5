package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import nl.mkba.engine.plan.PlanDescription.Step;

/**
 * A step of a plan as spreadsheet formulas: one for a scalar, one for each year for a vector. They do what
 * {@link nl.mkba.engine.plan.Op} says of the step.
 */
final class StepFormula {

    /** How many years a vector has, and where its numbers are. */
    interface Cells {

        int years();

        /** A scalar: a cell or a number. */
        String scalar(int register);

        /** A vector's number of a year. */
        String year(int register, int year);

        /** The cells of a vector. */
        String range(int register);

        /** Whether a vector's number of a year is 0 whatever the inputs are. */
        boolean isZero(int register, int year);
    }

    private final Step step;
    private final Cells cells;

    private StepFormula(Step step, Cells cells) {
        this.step = step;
        this.cells = cells;
    }

    static List<String> of(Step step, Cells cells) {
        StepFormula formula = new StepFormula(step, cells);
        return step.op().isVector() ? formula.years() : List.of(formula.scalar());
    }

    /** A power with a whole exponent, in which nothing to the power 0 is 1. */
    static String power(String base, int exponent) {
        return switch (exponent) {
            case 0 -> "1";
            case 1 -> "(" + base + ")";
            default -> "(" + base + ")^" + (exponent < 0 ? "(" + exponent + ")" : String.valueOf(exponent));
        };
    }

    private int register(int operand) {
        return step.operands().get(operand);
    }

    private int immediate(int index) {
        return step.immediates().get(index);
    }

    private String a() {
        return cells.scalar(register(0));
    }

    private String b() {
        return cells.scalar(register(1));
    }

    private String scalar() {
        return switch (step.op()) {
            case ADD -> a() + "+" + b();
            case SUBTRACT -> a() + "-" + b();
            case MULTIPLY -> a() + "*" + b();
            case DIVIDE -> a() + "/" + b();
            case NEGATE -> "0-" + a();
            case MIN -> "MIN(" + a() + "," + b() + ")";
            case MAX -> "MAX(" + a() + "," + b() + ")";
            case ABS -> "ABS(" + a() + ")";
            case SQRT -> "SQRT(" + a() + ")";
            case EXP -> "EXP(" + a() + ")";
            case LN -> "LN(" + a() + ")";
            case POW -> "POWER(" + a() + "," + b() + ")";
            case AGAINST -> "IF(" + a() + "<0,1-" + b() + ",1+" + b() + ")";
            case IF_POSITIVE -> "IF(" + a() + ">0," + b() + ",1)";
            case COMPLEMENT -> "1-" + a();
            case CLAMP -> fraction(a());
            case SUM_OF_PRODUCTS -> sumOfProducts();
            case RUN_TOTAL -> runTotal();
            case DOT -> "SUMPRODUCT(" + cells.range(register(0)) + "," + cells.range(register(1)) + ")";
            case TOTAL -> "SUM(" + cells.range(register(0)) + ")";
            case LAST -> cells.year(register(0), cells.years() - 1);
            case TAIL -> new TailFormula(step, cells).formula();
            case TAIL_VALUE -> "IF(" + a() + "=0,0," + a() + "*" + b() + ")";
            default -> throw new IllegalStateException(step.op() + " has no formula");
        };
    }

    private List<String> years() {
        IntFunction<String> year = switch (step.op()) {
            case POWERS -> this::powers;
            case DISCOUNT -> this::discount;
            case RUN -> this::run;
            case SCATTER -> this::scatter;
            case INTERPOLATE -> this::interpolate;
            case COHORTS -> this::cohorts;
            case MULTIPLY_YEARS -> y -> year(0, y) + "*" + year(1, y);
            case DIVIDE_YEARS -> y -> year(0, y) + "/" + year(1, y);
            case SCALE -> y -> year(0, y) + "*" + b();
            case WITH -> y -> "1+(" + b() + "-1)*" + year(0, y);
            case WITHOUT -> y -> b() + "+(1-" + b() + ")*" + year(0, y);
            case COMBINE -> this::combine;
            case ADD_YEARS -> y -> joined("+", k -> year(k, y));
            case CUMULATE -> y -> y == 0 ? year(0, 0) : before(y) + "+" + year(0, y);
            case CREDIT ->
                y -> "IF(" + year(3, y) + "=0,0," + year(0, y) + "*" + year(1, y) + "*(" + year(2, y) + "/" + year(3, y)
                        + "))";
            case CLAMP_YEARS -> y -> fraction(year(0, y));
            default -> throw new IllegalStateException(step.op() + " has no formula");
        };
        List<String> formulas = new ArrayList<>();
        for (int y = 0; y < cells.years(); y++) {
            formulas.add(year.apply(y));
        }
        return formulas;
    }

    private String year(int operand, int y) {
        return cells.year(register(operand), y);
    }

    /** This step's own number of the year before. */
    private String before(int y) {
        return cells.year(step.result(), y - 1);
    }

    private static String fraction(String value) {
        return "MAX(0,MIN(1," + value + "))";
    }

    private String joined(String sign, IntFunction<String> operand) {
        StringJoiner terms = new StringJoiner(sign);
        for (int k = 0; k < step.operands().size(); k++) {
            terms.add(operand.apply(k));
        }
        return terms.length() == 0 ? "0" : terms.toString();
    }

    private String sumOfProducts() {
        StringJoiner terms = new StringJoiner("+");
        for (int k = 0; k < step.operands().size(); k += 2) {
            terms.add(cells.scalar(register(k)) + "*" + cells.scalar(register(k + 1)));
        }
        return terms.length() == 0 ? "0" : terms.toString();
    }

    private String runTotal() {
        double whole = 0;
        StringBuilder terms = new StringBuilder();
        for (int k = 0; k < immediate(0); k += immediate(2)) {
            int lost = Math.max(0, k + 1 - immediate(1));
            whole += lost == 0 ? (k + 1) / (double) immediate(1) : 0;
            terms.append(lost == 0 ? "" : "+" + power("1-" + a(), lost));
        }
        return whole + terms.toString();
    }

    private String powers(int y) {
        String growth = "(1+" + a() + ")";
        return y == 0 ? power("1+" + a(), immediate(0)) : before(y) + "*" + growth;
    }

    private String discount(int y) {
        DiscountSteps steps = new DiscountSteps(
                immediate(0), step.immediates().subList(1, step.immediates().size()));
        return y == 0
                ? steps.factor(0, k -> cells.scalar(register(k)))
                : before(y) + steps.change(y, k -> cells.scalar(register(k)));
    }

    private String run(int y) {
        int k = y - immediate(0);
        int rampUp = immediate(2);
        int every = immediate(3);
        boolean isOver = y > immediate(1);
        if (k < 0 || (isOver && immediate(4) == 0) || k % every != 0) {
            return "0";
        } else if (!isOver && (k < rampUp || every > 1)) {
            return every > 1 || k + 1 == rampUp ? "1" : (k + 1) + "/" + rampUp;
        }
        return before(y) + "*(1-" + (isOver ? b() : a()) + ")";
    }

    private String scatter(int y) {
        int at = step.immediates().indexOf(y);
        return at < 0 ? "0" : cells.scalar(register(at));
    }

    private String interpolate(int y) {
        int segment = immediate(3 * y);
        String from = cells.scalar(register(segment));
        String to = cells.scalar(register(Math.min(segment + 1, step.operands().size() - 1)));
        return from + "+(" + to + "-" + from + ")*" + immediate(3 * y + 1) + "/" + immediate(3 * y + 2);
    }

    private String cohorts(int y) {
        StringJoiner terms = new StringJoiner("+");
        for (int e = 0; e <= y; e++) {
            if (!cells.isZero(register(0), e) && !cells.isZero(register(1), y - e)) {
                terms.add(year(0, e) + "*" + year(1, y - e));
            }
        }
        return terms.length() == 0 ? "0" : terms.toString();
    }

    private String combine(int y) {
        return "1-" + joined("*", k -> "(1-" + year(k, y) + ")");
    }
}
