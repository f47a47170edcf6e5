package nl.mkba.engine.uncertainty;

import java.util.Comparator;
import java.util.stream.IntStream;
import nl.mkba.uncertainty.Cancellation;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The eigenvalues of a symmetric matrix without negative eigenvalues, and their eigenvectors.
 *
 * <p>Small matrices go to Commons Math, which takes a moment for them. It cannot be asked to stop, and for a thousand rows it takes
 * seconds. So large ones are worked through here, by the same method, with a look at every step whether that is still wanted:
 * Householder's reflections make the matrix tridiagonal (Wilkinson 1962), and implicit QL steps make that diagonal (Dubrulle,
 * Martin and Wilkinson 1968).
 */
public final class SymmetricEigen {

    /** Rows of the largest matrix for which Commons Math takes less than a tenth of a second. */
    private static final int SMALL = 200;

    /** Half of what lies between 1 and the next larger number. */
    private static final double UNIT = 0x1p-53;

    /** Steps for one eigenvalue, after which what is left beside the diagonal need only be small beside the whole. */
    private static final int MANY_STEPS = 60;

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * {@return the eigenvalues and eigenvectors of a symmetric matrix}
     *
     * @param matrix symmetric; not changed
     * @param cancellation asked while it works
     */
    public static SymmetricEigen of(RealMatrix matrix, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        return matrix.getRowDimension() <= SMALL ? small(matrix) : large(matrix, cancellation);
    }

    private static SymmetricEigen small(RealMatrix matrix) {
        int size = matrix.getRowDimension();
        double[] values = new double[size];
        double[][] vectors = new double[size][];
        try {
            EigenDecomposition eigen = new EigenDecomposition(matrix);
            for (int k = 0; k < size; k++) {
                values[k] = eigen.getRealEigenvalue(k);
                vectors[k] = eigen.getEigenvector(k).toArray();
            }
        } catch (MaxCountExceededException e) {
            // It gives up where eigenvalues differ by many orders of size. The singular values of such a matrix are its
            // eigenvalues too, and the search for them does not give up.
            SingularValueDecomposition singular = new SingularValueDecomposition(matrix);
            for (int k = 0; k < size; k++) {
                values[k] = singular.getSingularValues()[k];
                vectors[k] = singular.getV().getColumn(k);
            }
        }
        return new SymmetricEigen(values, vectors);
    }

    /** The same for a matrix of any size. */
    static SymmetricEigen large(RealMatrix matrix, Cancellation cancellation) {
        double[][] rest = matrix.getData();
        int size = rest.length;
        int scale = exponent(rest);
        for (double[] row : rest) {
            for (int j = 0; j < size; j++) {
                row[j] = Math.scalb(row[j], -scale);
            }
        }
        double[] beside = new double[size];
        double[][] vectors = tridiagonal(rest, beside, cancellation);
        double[] diagonal = new double[size];
        for (int k = 0; k < size; k++) {
            diagonal[k] = rest[k][k];
        }
        diagonalise(diagonal, beside, vectors, cancellation);
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -diagonal[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[size];
        double[][] ordered = new double[size][];
        for (int k = 0; k < size; k++) {
            values[k] = Math.scalb(diagonal[order[k]], scale);
            ordered[k] = vectors[order[k]];
        }
        return new SymmetricEigen(values, ordered);
    }

    /** The power of 2 of the largest entry, beside which the squares of others may vanish. */
    private static int exponent(double[][] matrix) {
        double largest = 0;
        for (double[] row : matrix) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        return largest == 0 ? 0 : Math.getExponent(largest);
    }

    /**
     * Makes a matrix tridiagonal.
     *
     * @param rest the matrix, of which only the diagonal counts afterwards
     * @param beside filled with what stands beside the diagonal
     * @return the basis in which it is that, a vector in each row
     */
    private static double[][] tridiagonal(double[][] rest, double[] beside, Cancellation cancellation) {
        int size = rest.length;
        double[][] reflections = new double[size][];
        for (int k = 0; k + 1 < size; k++) {
            cancellation.throwIfCancelled();
            double[] reflection = new double[size];
            reflections[k] = reflection;
            System.arraycopy(rest[k], k + 1, reflection, k + 1, size - k - 1);
            double length = Math.sqrt(dot(reflection, reflection, k + 1));
            double first = reflection[k + 1];
            beside[k] = first > 0 ? -length : length;
            reflection[k + 1] = first - beside[k];
            double norm = Math.sqrt(dot(reflection, reflection, k + 1));
            if (norm == 0 || k + 2 == size) {
                // Nothing is left to reflect.
                beside[k] = first;
                reflection[k + 1] = 0;
                continue;
            }
            for (int i = k + 1; i < size; i++) {
                reflection[i] /= norm;
            }
            reflect(rest, reflection, k + 1);
        }
        double[][] basis = new double[size][size];
        for (int k = 0; k < size; k++) {
            basis[k][k] = 1;
        }
        for (int k = size - 2; k >= 0; k--) {
            cancellation.throwIfCancelled();
            for (int i = k + 1; i < size; i++) {
                add(basis[i], -2 * dot(basis[i], reflections[k], k + 1), reflections[k], k + 1);
            }
        }
        return basis;
    }

    /** {@code (1 − 2 v vᵀ) A (1 − 2 v vᵀ)} from a row and column on. */
    private static void reflect(double[][] matrix, double[] reflection, int from) {
        int size = matrix.length;
        double[] change = new double[size];
        for (int i = from; i < size; i++) {
            change[i] = 2 * dot(matrix[i], reflection, from);
        }
        add(change, -dot(change, reflection, from), reflection, from);
        for (int i = from; i < size; i++) {
            add(matrix[i], -reflection[i], change, from);
            add(matrix[i], -change[i], reflection, from);
        }
    }

    private static double dot(double[] a, double[] b, int from) {
        double sum = 0;
        for (int i = from; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] what, int from) {
        for (int i = from; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    /**
     * Makes a tridiagonal matrix diagonal.
     *
     * @param diagonal becomes the eigenvalues
     * @param beside what stands beside it: the k-th number between the k-th and the next row; becomes 0
     * @param vectors a basis, which becomes the eigenvectors
     */
    private static void diagonalise(double[] diagonal, double[] beside, double[][] vectors, Cancellation cancellation) {
        double whole = 0;
        for (int k = 0; k < diagonal.length; k++) {
            whole = Math.max(whole, Math.abs(diagonal[k]) + Math.abs(beside[k]));
        }
        for (int first = 0; first < diagonal.length; first++) {
            int steps = 0;
            int last = last(diagonal, beside, first, UNIT * UNIT * whole);
            while (last > first) {
                cancellation.throwIfCancelled();
                step(diagonal, beside, vectors, first, last);
                steps++;
                last = last(diagonal, beside, first, (steps < MANY_STEPS ? UNIT : 1) * UNIT * whole);
            }
        }
    }

    /** The last row that hangs together with a first one. */
    private static int last(double[] diagonal, double[] beside, int first, double nothing) {
        int last = first;
        while (last + 1 < diagonal.length) {
            double size = Math.abs(beside[last]);
            if (size <= nothing || size <= UNIT * (Math.abs(diagonal[last]) + Math.abs(diagonal[last + 1]))) {
                return last;
            }
            last++;
        }
        return last;
    }

    /** One implicit QL step on the rows from first to last: plane rotations from below upwards, with Wilkinson's shift. */
    private static void step(double[] diagonal, double[] beside, double[][] vectors, int first, int last) {
        double ratio = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
        double root = StrictMath.hypot(ratio, 1);
        double rest = diagonal[last] - diagonal[first] + beside[first] / (ratio + Math.copySign(root, ratio));
        double sine = 1;
        double cosine = 1;
        double shift = 0;
        for (int k = last - 1; k >= first; k--) {
            double outside = sine * beside[k];
            double inside = cosine * beside[k];
            double length = StrictMath.hypot(outside, rest);
            beside[k + 1] = length;
            if (length == 0) {
                diagonal[k + 1] -= shift;
                beside[last] = 0;
                return;
            }
            sine = outside / length;
            cosine = rest / length;
            double shifted = diagonal[k + 1] - shift;
            double moved = (diagonal[k] - shifted) * sine + 2 * cosine * inside;
            shift = sine * moved;
            diagonal[k + 1] = shifted + shift;
            rest = cosine * moved - inside;
            rotate(vectors[k], vectors[k + 1], cosine, sine);
        }
        diagonal[first] -= shift;
        beside[first] = rest;
        beside[last] = 0;
    }

    private static void rotate(double[] a, double[] b, double cosine, double sine) {
        for (int i = 0; i < a.length; i++) {
            double before = a[i];
            a[i] = cosine * before - sine * b[i];
            b[i] = sine * before + cosine * b[i];
        }
    }

    /** {@return the eigenvalues, from the largest to the smallest; by rounding they may be a little below 0} */
    public double[] values() {
        return values.clone();
    }

    /** {@return the eigenvectors: the k-th belongs to the k-th value and has length 1} */
    public double[][] vectors() {
        return vectors.clone();
    }
}
