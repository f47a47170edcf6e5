package nl.mkba.cli.report;

import java.util.List;
import java.util.StringJoiner;
import nl.mkba.plan.PlanDescription.Step;

/**
 * What flows after the horizon as one formula: a geometric series for each step of the discount rates, the last one without
 * end.
 */
final class TailFormula {

    /** Operands before the rates, immediates before the steps. */
    private static final int RATES = 3;

    private static final int STEPS = 5;

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
            terms.add(first(year) + "*" + series(segment, flows));
            year = next;
        }
        terms.add(first(year) + "/(1-" + ratio(last) + ")");
        // Of a series that does not converge there is no sum.
        return "IF(" + change() + "<1+" + rate(last) + "," + terms + ",NA())";
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

    /** What the present value of a flow is multiplied by from one to the next within a step. */
    private String ratio(int segment) {
        return StepFormula.power(change() + "/(1+" + rate(segment) + ")", every);
    }

    private String series(int segment, int flows) {
        String ratio = ratio(segment);
        return flows == 1
                ? "1"
                : "IF(" + ratio + "=1," + flows + ",(1-(" + ratio + ")^" + flows + ")/(1-" + ratio + "))";
    }
}
