package nl.mkba.plan;

import java.util.List;
import java.util.Map;
import nl.mkba.problem.InvalidScenarioException;

/**
 * Evaluates a plan in blocks: a column of values per input in, a column per figure out. Immutable; every thread takes a
 * {@link Block} of its own.
 */
public final class Evaluator {

    private final Program program;
    private final List<String> inputs;
    private final List<Check> checks;
    private final Plan.Society society;
    private final Plan.Account[] parties;

    Evaluator(Compilation compilation, Plan.Society society, Map<String, Plan.Account> parties) {
        this.inputs = compilation.inputIds();
        this.checks = List.copyOf(compilation.checks());
        this.society = society;
        this.parties = parties.values().toArray(Plan.Account[]::new);
        int[] outputs = new int[5 + 2 * this.parties.length];
        outputs[0] = society.costs();
        outputs[1] = society.benefits();
        outputs[2] = society.transfers();
        outputs[3] = society.npv();
        outputs[4] = society.weightedNpv();
        for (int p = 0; p < this.parties.length; p++) {
            outputs[5 + 2 * p] = this.parties[p].net();
            outputs[6 + 2 * p] = this.parties[p].cash();
        }
        this.program = compilation.program().build(outputs);
    }

    /** The ids of the parameters that are inputs, in the order of the columns. */
    public List<String> inputs() {
        return inputs;
    }

    /** Working memory for blocks of at most so many draws. */
    public Block block(int most) {
        return new Block(most);
    }

    /** The columns of a block of draws. For one thread at a time. */
    public final class Block implements Machine.Sink {
        private final Program.Frame frame;
        private int refusedDraw = -1;
        private int refusedCheck;
        private double refusedValue;

        private Block(int most) {
            this.frame = program.frame(most);
        }

        /** The column of an input, to be filled before {@link #evaluate}. */
        public double[] input(int index) {
            return frame.input(index);
        }

        /**
         * Evaluates the first {@code n} draws.
         *
         * @throws nl.mkba.problem.InvalidScenarioException if the values of a draw are refused; of several the first
         */
        public void evaluate(int n) {
            refusedDraw = -1;
            frame.run(n, this);
            if (refusedDraw >= 0) {
                throw new InvalidScenarioException(checks.get(refusedCheck).problem(refusedValue));
            }
        }

        @Override
        public void clamped(int check, int draw, double value) {
            // Counted by simulations; of no concern where every row is a case of its own.
        }

        @Override
        public void refused(int check, int draw, double value) {
            if (refusedDraw < 0 || draw < refusedDraw) {
                refusedDraw = draw;
                refusedCheck = check;
                refusedValue = value;
            }
        }

        /** Present value of society's costs in a draw. */
        public double pvCosts(int draw) {
            return frame.value(society.costs(), draw);
        }

        /** Present value of society's benefits in a draw. */
        public double pvBenefits(int draw) {
            return frame.value(society.benefits(), draw);
        }

        /** Net transfers that society receives in a draw. */
        public double transfers(int draw) {
            return frame.value(society.transfers(), draw);
        }

        /** Net present value in a draw. */
        public double npv(int draw) {
            return frame.value(society.npv(), draw);
        }

        /** A party's net in a draw; parties in the scenario's order. */
        public double net(int party, int draw) {
            return frame.value(parties[party].net(), draw);
        }

        /** A party's cash in a draw. */
        public double cash(int party, int draw) {
            return frame.value(parties[party].cash(), draw);
        }
    }
}
