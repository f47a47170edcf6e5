package nl.mkba.engine.sensitivity;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.FirstRefusal;
import nl.mkba.engine.uncertainty.UncertainCase;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

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
        return new CaseBlock(most);
    }

    private final class CaseBlock implements Workspace {
        private final Evaluator.DrawBlock block;
        private final FirstRefusal refusal;

        private CaseBlock(int most) {
            this.block = theCase.evaluator().block(most);
            this.refusal = new FirstRefusal(most);
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
            refusal.clear();
            block.evaluate(n, refusal);
            if (refusal.isAny()) {
                throw refused();
            }
            block.copy(Evaluator.NPV, out, first, n);
        }

        private InvalidScenarioException refused() {
            int draw = refusal.row();
            List<String> ids = new ArrayList<>();
            for (int parameter : parameters) {
                ids.add(theCase.parameters().get(parameter));
            }
            Problem problem = refusal.problem(draw);
            return new InvalidScenarioException(List.of(
                    problem,
                    Problem.of(
                            ProblemCode.REFUSED_VARIATION,
                            problem.path(),
                            theCase.alternative(),
                            FirstRefusal.values(ids, p -> input(p)[draw]))));
        }
    }
}
