package nl.mkba.sensitivity;

import java.util.List;
import nl.mkba.plan.Evaluator;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.uncertainty.UncertainCase;

/** The net present value of a case as a function of its uncertain parameters. */
final class CaseModel implements BlockModel {

    private final UncertainCase theCase;

    /** Per input its index among the case's parameters. */
    private final int[] parameters;

    /**
     * A case with its uncertain parameters in another order.
     *
     * @param order the ids of all uncertain parameters
     */
    CaseModel(UncertainCase theCase, List<String> order) {
        this.theCase = theCase;
        this.parameters = order.stream().mapToInt(theCase.parameters()::indexOf).toArray();
    }

    @Override
    public int inputs() {
        return parameters.length;
    }

    @Override
    public Workspace block(int most) {
        return new CaseBlock(theCase.evaluator().block(most));
    }

    private final class CaseBlock implements Workspace {
        private final Evaluator.DrawBlock block;
        private final Refusals refusals = new Refusals();

        private CaseBlock(Evaluator.DrawBlock block) {
            this.block = block;
        }

        @Override
        public double[] input(int index) {
            return block.input(parameters[index]);
        }

        @Override
        public void quantiles(int input, double[] chances, double[] values, int n) {
            theCase.table(parameters[input]).at(chances, values, n);
        }

        @Override
        public void evaluate(int first, int n, double[] out) {
            refusals.draw = -1;
            block.evaluate(n, refusals);
            if (refusals.draw >= 0) {
                throw refused(refusals);
            }
            block.copy(Evaluator.NPV, out, first, n);
        }

        private InvalidScenarioException refused(Refusals found) {
            StringBuilder values = new StringBuilder();
            for (int p = 0; p < inputs(); p++) {
                values.append(p == 0 ? "" : ", ")
                        .append(theCase.parameters().get(parameters[p]))
                        .append(" = ")
                        .append(input(p)[found.draw]);
            }
            Problem problem = theCase.evaluator().problem(found.check, found.value);
            return new InvalidScenarioException(List.of(
                    problem,
                    Problem.of(
                            ProblemCode.REFUSED_VARIATION, problem.path(), theCase.alternative(), values.toString())));
        }
    }

    /** The first draw of a block that is refused. */
    private static final class Refusals implements Evaluator.Sink {
        private int draw = -1;
        private int check;
        private double value;

        @Override
        public void clamped(int clampedCheck, int clampedDraw, double clampedValue) {
            // Draws may be clamped; the simulation counts it.
        }

        @Override
        public void refused(int refusedCheck, int refusedDraw, double refusedValue) {
            if (draw < 0 || refusedDraw < draw) {
                draw = refusedDraw;
                check = refusedCheck;
                value = refusedValue;
            }
        }
    }
}
