package nl.mkba.engine.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import nl.mkba.uncertainty.Cancellation;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways to eigenvalues: by Commons Math, and step by step. */
class SymmetricEigenTest {

    /** The product of a random matrix with itself turned round: no eigenvalue is below 0, and {@code size − rank} are 0. */
    private static RealMatrix random(int size, int rank) {
        Random random = new Random(31L * size + rank);
        RealMatrix factor = new Array2DRowRealMatrix(size, rank);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < rank; j++) {
                factor.setEntry(i, j, random.nextGaussian());
            }
        }
        return factor.multiply(factor.transpose());
    }

    private static void assertDecomposed(RealMatrix matrix, SymmetricEigen eigen) {
        int size = matrix.getRowDimension();
        double scale = Math.max(Double.MIN_NORMAL, matrix.getNorm());
        RealMatrix vectors = new Array2DRowRealMatrix(eigen.vectors());
        RealMatrix diagonal = MatrixUtils.createRealDiagonalMatrix(eigen.values());
        RealMatrix again = vectors.transpose().multiply(diagonal).multiply(vectors);
        assertThat(again.subtract(matrix).getNorm() / scale).isLessThan(1e-13);
        assertThat(vectors.multiply(vectors.transpose())
                        .subtract(MatrixUtils.createRealIdentityMatrix(size))
                        .getNorm())
                .isLessThan(1e-11);
        for (int k = 1; k < size; k++) {
            assertThat(eigen.values()[k]).isLessThanOrEqualTo(eigen.values()[k - 1]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 57})
    void stepByStepItIsTheSameAsByCommonsMath(int size) {
        RealMatrix matrix = random(size, size);
        SymmetricEigen found = SymmetricEigen.large(matrix, Cancellation.NEVER);
        assertDecomposed(matrix, found);
        double[] expected = new EigenDecomposition(matrix).getRealEigenvalues();
        for (int k = 0; k < size; k++) {
            assertThat(found.values()[k]).isCloseTo(expected[k], within(1e-12 * expected[0]));
        }
    }

    /** With correlations of ½ between all of n the eigenvalues are 1 + (n − 1)/2 once and ½ otherwise: the matrix is (I + 11ᵀ)/2. */
    @Test
    void equalCorrelationsHaveTwoEigenvalues() {
        int size = 220;
        RealMatrix matrix = MatrixUtils.createRealIdentityMatrix(size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix.setEntry(i, j, i == j ? 1 : 0.5);
            }
        }
        SymmetricEigen found = SymmetricEigen.of(matrix, Cancellation.NEVER);
        assertDecomposed(matrix, found);
        assertThat(found.values()[0]).isCloseTo(1 + 219 / 2.0, within(1e-11));
        assertThat(found.values()[1]).isCloseTo(0.5, within(1e-11));
        assertThat(found.values()[219]).isCloseTo(0.5, within(1e-11));
    }

    @Test
    void whatIsSingularDiagonalOrOfManySizesIsDecomposedToo() {
        RealMatrix graded = random(40, 40);
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 40; j++) {
                graded.setEntry(i, j, graded.getEntry(i, j) * Math.pow(10, -(i + j) / 4.0));
            }
        }
        for (RealMatrix matrix : new RealMatrix[] {
            random(60, 3),
            random(2, 1),
            graded,
            MatrixUtils.createRealIdentityMatrix(30),
            MatrixUtils.createRealDiagonalMatrix(new double[] {1e-30, 4, 0, 1e9, 1e-300}),
            new Array2DRowRealMatrix(5, 5),
            random(20, 20).scalarMultiply(1e-200)
        }) {
            assertDecomposed(matrix, SymmetricEigen.large(matrix, Cancellation.NEVER));
        }
    }
}
