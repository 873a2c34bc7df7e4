package dev.rolewise.assessment.scoring.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix.
 *
 * @param values descending
 * @param vectors of length 1, in the order of the values
 */
record Spectrum(double[] values, double[][] vectors) {

  /** Below this share of the largest eigenvalue the smallest one is a rest of rounding. */
  private static final double SINGULAR = 1e-12;

  static Spectrum of(double[][] symmetric) {
    int size = symmetric.length;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    if (!eigen.decompose(new DMatrixRMaj(symmetric))) {
      throw new ArithmeticException("the eigenvalues of a symmetric matrix were not found");
    }
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -eigen.getEigenvalue(i).getReal()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = Arrays.stream(order).mapToDouble(i -> eigen.getEigenvalue(i).real).toArray();
    double[][] vectors = new double[size][];
    for (int i = 0; i < size; i++) {
      vectors[i] = eigen.getEigenVector(order[i]).getData().clone();
    }
    return new Spectrum(values, vectors);
  }

  /** Whether the matrix cannot be inverted, or only into rounding noise. */
  boolean singular() {
    return values[values.length - 1] <= SINGULAR * values[0];
  }

  /** Diagonal of the inverse; the matrix must not be singular. */
  double[] inverseDiagonal() {
    double[] diagonal = new double[values.length];
    for (int j = 0; j < values.length; j++) {
      for (int i = 0; i < diagonal.length; i++) {
        diagonal[i] += vectors[j][i] * vectors[j][i] / values[j];
      }
    }
    return diagonal;
  }

  double logDeterminant() {
    return Arrays.stream(values).map(Math::log).sum();
  }
}
