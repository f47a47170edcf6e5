package nl.mkba.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine comes to the worked cases of every operation, in every draw of a block. */
class OpCasesTest {

    private static final int DRAWS = 3;

    static List<OpCase> all() {
        return OpCase.all();
    }

    /** Notes what it is told. */
    private static final class Told implements Interpreter.Sink {
        private final List<String> told = new ArrayList<>();

        @Override
        public void clamped(int check, int draw, double value) {
            told.add("clamped");
        }

        @Override
        public void refused(int check, int draw, double value) {
            told.add("refused");
        }
    }

    @Test
    void everyOperationHasWorkedCases() {
        assertThat(OpCase.without(all(), Op.values()))
                .as("operations without a case in golden/vectors/ops.json")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theEngineComesToIt(OpCase worked) {
        double[][][] in = worked.operands().stream()
                .map(numbers -> numbers.stream().map(OpCasesTest::row).toArray(double[][]::new))
                .toArray(double[][][]::new);
        double[][] out = new double[worked.op().isVector() ? worked.years() : 1][DRAWS];
        Told told = new Told();
        new Interpreter(worked.years())
                .execute(worked.op(), in, ProgramBuilder.unboxed(worked.immediates()), out, DRAWS, told);
        assertThat(told.told).hasSize(worked.told().equals("nothing") ? 0 : DRAWS);
        assertThat(told.told).allMatch(worked.told()::equals);
        List<Double> expected = worked.result();
        for (int y = 0; expected != null && y < expected.size(); y++) {
            for (double found : out[y]) {
                OpCase.same(found, expected.get(y), 1e-14);
            }
        }
    }

    private static double[] row(double value) {
        double[] row = new double[DRAWS];
        Arrays.fill(row, value);
        return row;
    }

    @ParameterizedTest
    @MethodSource("all")
    void itKeepsToTheSignature(OpCase worked) {
        Signature signature = worked.op().signature();
        int number = worked.operands().size();
        assertThat(signature.takesOperands(number)).isTrue();
        assertThat(signature.takesImmediates(worked.immediates().size(), number, worked.years()))
                .isTrue();
        for (int k = 0; k < number; k++) {
            if (worked.op().operand(k) == Op.Kind.SCALAR) {
                assertThat(worked.operands().get(k)).hasSize(1);
            }
        }
        assertThat(worked.op().hasResult())
                .isEqualTo(worked.result() != null || worked.told().equals("refused") && worked.op() == Op.TAIL_VALUE);
    }

    @Test
    void whoTellsOfValuesSaysSo() {
        for (Op op : Op.values()) {
            assertThat(op.tells())
                    .as(op.name())
                    .isEqualTo(all().stream()
                            .anyMatch(worked ->
                                    worked.op() == op && !worked.told().equals("nothing")));
        }
    }

    @Test
    void whatAnOperationDoesNotTakeIsRefusedWhereItIsWritten() {
        ProgramBuilder builder = new ProgramBuilder(3, new Told());
        Scalar scalar = builder.input();
        Vector years = builder.everyYear(1);
        assertThat(builder.vector(Op.SCALE, years, scalar).number()).isPositive();
        assertThatThrownBy(() -> builder.vector(Op.SCALE, scalar, years))
                .hasMessageContaining("SCALE")
                .hasMessageContaining("[0, 1]");
        assertThatThrownBy(() -> builder.scalar(Op.ADD, scalar)).hasMessageContaining("ADD");
        assertThatThrownBy(() -> builder.scalar(Op.SUM_OF_PRODUCTS, scalar, scalar, scalar))
                .hasMessageContaining("SUM_OF_PRODUCTS");
        assertThatThrownBy(() -> builder.vector(Op.DISCOUNT, List.of(scalar, scalar), 0, 0))
                .hasMessageContaining("immediates [0, 0]");
        assertThatThrownBy(() -> builder.vector(Op.RUN, scalar, scalar)).hasMessageContaining("RUN");
    }
}
