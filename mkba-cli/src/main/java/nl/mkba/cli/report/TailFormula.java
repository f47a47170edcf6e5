package nl.mkba.cli.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;
import nl.mkba.engine.plan.PlanDescription.Step;

/**
 * What flows after the horizon as one formula: a geometric series for each step of the discount rates, the last one without
 * end.
 */
final class TailFormula {

    /** Operands before the rates, immediates before the steps. */
    private static final int RATES = 3;

    private static final int STEPS = 5;

    /** Below this a sum's own terms are more precise than a quotient; five of them leave out less than rounding does. */
    private static final String SMALL = "0.001";

    private final Step step;
    private final StepFormula.Cells cells;
    private final DiscountSteps rates;
    private final int every;

    TailFormula(Step step, StepFormula.Cells cells) {
        this.step = step;
        this.cells = cells;
        List<Integer> immediates = step.immediates();
        this.rates = new DiscountSteps(immediates.get(4), immediates.subList(STEPS, immediates.size()));
        this.every = immediates.get(2);
    }

    String formula() {
        StringJoiner terms = new StringJoiner("+");
        int since = step.immediates().get(0);
        // The first year after the horizon in which something flows.
        int year = Math.floorMod(-since, every);
        int last = rates.starts().size() - 1;
        while (rates.step(rates.whole(year)) < last) {
            int segment = rates.step(rates.whole(year));
            int flows = 0;
            int next = year;
            while (rates.step(rates.whole(next)) == segment) {
                next += every;
                flows++;
            }
            terms.add(first(year) + "*" + flows(segment, flows));
            year = next;
        }
        terms.add(first(year) + "/(" + falls(last) + (every == 1 ? "" : "*" + series(last, every)) + ")");
        // Of a series that does not converge, but for rounding, there is no sum.
        return "IF(" + falls(last) + ">1E-14," + terms + ",NA())";
    }

    private String rate(int segment) {
        return cells.scalar(step.operands().get(RATES + segment));
    }

    private String operand(int index) {
        return cells.scalar(step.operands().get(index));
    }

    /** What a flow is multiplied by from one year to the next. */
    private String change() {
        return "(1+" + operand(1) + ")*(1-" + operand(0) + ")/(1+" + operand(2) + ")";
    }

    /** The present value of a year's flow. */
    private String first(int year) {
        int since = step.immediates().get(0);
        int rampUp = step.immediates().get(1);
        int priceYears = step.immediates().get(3);
        return StepFormula.power("1-" + operand(0), Math.max(0, since + 1 - rampUp))
                + "*" + StepFormula.power("(1+" + operand(1) + ")/(1+" + operand(2) + ")", priceYears)
                + "*" + StepFormula.power(change(), year)
                + "*" + rates.factor(year, this::rate);
    }

    /**
     * By which part a present value falls from one year to the next within a step of the rates: added up from the rates themselves, as
     * the engine does it, since of rates that lie close together next to nothing would be left after adding 1 to each.
     */
    private String falls(int segment) {
        String rate = rate(segment);
        String dropOff = operand(0);
        String growth = operand(1);
        String inflation = operand(2);
        return "((" + rate + "-" + growth + "+" + inflation + "+" + dropOff + "+" + rate + "*" + inflation + "+"
                + growth + "*" + dropOff + ")/(1+" + inflation + ")/(1+" + rate + "))";
    }

    /** The sum of a number of flows within a step, as a part of the first. */
    private String flows(int segment, int flows) {
        return every == 1 || flows == 1
                ? series(segment, flows)
                : series(segment, every * flows) + "/" + series(segment, every);
    }

    /**
     * The sum of a number of yearly values of which the first is 1 and each is lower than the one before by the same part f: {@code (1 − (1 −
     * f)^n)/f}, or, where f is so small that this would be the quotient of two roundings, the first terms of its series.
     */
    private String series(int segment, int years) {
        if (years == 1) {
            return "1";
        }
        String f = falls(segment);
        double n = years;
        double pairs = n * (n - 1) / 2;
        double triples = pairs * (n - 2) / 3;
        double fours = triples * (n - 3) / 4;
        double fives = fours * (n - 4) / 5;
        String terms = years + "-" + f + "*(" + number(pairs) + "-" + f + "*(" + number(triples) + "-" + f + "*("
                + number(fours) + "-" + f + "*" + number(fives) + ")))";
        return "IF(ABS(" + years + "*" + f + ")<" + SMALL + "," + terms + ",(1-(1-" + f + ")^" + years + ")/" + f + ")";
    }

    /** A binomial coefficient, which is whole. */
    private static String number(double coefficient) {
        return BigDecimal.valueOf(coefficient).toBigInteger().toString();
    }
}
