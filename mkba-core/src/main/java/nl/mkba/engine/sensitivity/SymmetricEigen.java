package nl.mkba.engine.sensitivity;

import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** The eigenvalues of a symmetric matrix without negative eigenvalues, and their eigenvectors. */
final class SymmetricEigen {

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /** Finds them. */
    static SymmetricEigen of(RealMatrix matrix) {
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

    /** From the largest to the smallest; by rounding they may be a little below 0. */
    double[] values() {
        return values;
    }

    /** The k-th belongs to the k-th value and has length 1. */
    double[][] vectors() {
        return vectors;
    }
}
