package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Adds up society's present value of effects after each correction. */
final class GrossToNetCompiler {

    /** Gross, then after deadweight, due to others, displacement, bias, interactions and overlap. */
    private static final int STAGES = 7;

    private static final int INTERACTIONS = 5;
    private static final int OVERLAP = 6;

    private final ProgramBuilder program;
    private final List<List<Scalar>> pairs = new ArrayList<>();

    GrossToNetCompiler(ProgramBuilder program) {
        this.program = program;
        for (int k = 0; k < STAGES; k++) {
            pairs.add(new ArrayList<>());
        }
    }

    /** Society's share of a present value after the k-th correction. */
    void add(int stage, Scalar societyShare, Scalar presentValue) {
        pairs.get(stage).add(societyShare);
        pairs.get(stage).add(presentValue);
    }

    /** Society's share of a present value after what interventions do to each other. */
    void addInteracting(Scalar societyShare, Scalar presentValue) {
        add(INTERACTIONS, societyShare, presentValue);
    }

    /** Society's share of a present value after everything. */
    void addNet(Scalar societyShare, Scalar presentValue) {
        add(OVERLAP, societyShare, presentValue);
    }

    /** The sums, stage by stage. */
    List<Scalar> stages() {
        List<Scalar> sums = new ArrayList<>(STAGES);
        for (List<Scalar> ofStage : pairs) {
            sums.add(program.scalar(Op.SUM_OF_PRODUCTS, ofStage));
        }
        return Collections.unmodifiableList(sums);
    }
}
