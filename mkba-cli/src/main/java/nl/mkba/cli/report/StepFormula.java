package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import nl.mkba.engine.plan.Op;
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
        return step.op().isVector() ? formula.years() : List.of(formula.single());
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

    private String single() {
        Optional<String> formula = step.op().formula();
        if (formula.isPresent()) {
            return filled(formula.get(), this::scalar);
        }
        return switch (step.op()) {
            case SUM_OF_PRODUCTS -> sumOfProducts();
            case RUN_TOTAL -> runTotal();
            case DOT -> "SUMPRODUCT(" + cells.range(register(0)) + "," + cells.range(register(1)) + ")";
            case TOTAL -> "SUM(" + cells.range(register(0)) + ")";
            case LAST -> year(0, cells.years() - 1);
            case TAIL -> new TailFormula(step, cells).formula();
            default -> throw new IllegalStateException(step.op() + " has no formula");
        };
    }

    private List<String> years() {
        Optional<String> formula = step.op().formula();
        IntFunction<String> year = formula.isPresent()
                ? y -> filled(formula.get(), k -> step.op().operand(k) == Op.Kind.YEARS ? year(k, y) : scalar(k))
                : perYear();
        List<String> formulas = new ArrayList<>();
        for (int y = 0; y < cells.years(); y++) {
            formulas.add(year.apply(y));
        }
        return formulas;
    }

    private IntFunction<String> perYear() {
        return switch (step.op()) {
            case POWERS -> this::powers;
            case DISCOUNT -> this::discount;
            case RUN -> this::run;
            case SCATTER -> this::scatter;
            case INTERPOLATE -> this::interpolate;
            case COHORTS -> this::cohorts;
            case COMBINE -> this::combine;
            case ADD_YEARS -> y -> joined("+", k -> year(k, y));
            case CUMULATE -> y -> y == 0 ? year(0, 0) : before(y) + "+" + year(0, y);
            default -> throw new IllegalStateException(step.op() + " has no formula");
        };
    }

    /** An operation's own formula, with operands for its small letters. */
    private static String filled(String formula, IntFunction<String> operand) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            if (c >= 'a' && c <= 'z') {
                filled.append(operand.apply(c - 'a'));
            } else if (c != ' ') {
                filled.append(c);
            }
        }
        return filled.toString();
    }

    private String scalar(int operand) {
        return cells.scalar(register(operand));
    }

    private String year(int operand, int y) {
        return cells.year(register(operand), y);
    }

    /** This step's own number of the year before. */
    private String before(int y) {
        return cells.year(step.result().orElseThrow(), y - 1);
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
            terms.add(scalar(k) + "*" + scalar(k + 1));
        }
        return terms.length() == 0 ? "0" : terms.toString();
    }

    private String runTotal() {
        double whole = 0;
        StringBuilder terms = new StringBuilder();
        for (int k = 0; k < immediate(0); k += immediate(2)) {
            int lost = Math.max(0, k + 1 - immediate(1));
            whole += lost == 0 ? (k + 1) / (double) immediate(1) : 0;
            terms.append(lost == 0 ? "" : "+" + power("1-" + scalar(0), lost));
        }
        return whole + terms.toString();
    }

    private String powers(int y) {
        String growth = "(1+" + scalar(0) + ")";
        return y == 0 ? power("1+" + scalar(0), immediate(0)) : before(y) + "*" + growth;
    }

    private String discount(int y) {
        DiscountSteps steps = new DiscountSteps(
                immediate(0), step.immediates().subList(1, step.immediates().size()));
        return y == 0 ? steps.factor(0, this::scalar) : before(y) + steps.change(y, this::scalar);
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
        return before(y) + "*(1-" + (isOver ? scalar(1) : scalar(0)) + ")";
    }

    private String scatter(int y) {
        int at = step.immediates().indexOf(y);
        return at < 0 ? "0" : scalar(at);
    }

    private String interpolate(int y) {
        int segment = immediate(3 * y);
        String from = scalar(segment);
        String to = scalar(Math.min(segment + 1, step.operands().size() - 1));
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
        return step.operands().isEmpty() ? "0" : "1-" + joined("*", k -> "(1-" + year(k, y) + ")");
    }
}
