package dev.rolewise.assessment.scoring.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** The factor model behind omega finds what is there, and says when nothing fits. */
class OmegaTest {

  /** Covariances made of known loadings give those back, whatever the method. */
  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void aPerfectFactorIsFound(@ForAll long seed) {
    Random random = new Random(seed);
    int k = 3 + random.nextInt(8);
    double[] loading = random.doubles(k, 0.3, 0.9).toArray();
    double[] deviation = random.doubles(k, 0.5, 2).toArray();
    double[][] c = new double[k][k];
    double shared = 0;
    double unique = 0;
    double sharedRaw = 0;
    double uniqueRaw = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        c[i][j] = (i == j ? 1 : loading[i] * loading[j]) * deviation[i] * deviation[j];
      }
      shared += loading[i];
      unique += 1 - loading[i] * loading[i];
      sharedRaw += loading[i] * deviation[i];
      uniqueRaw += (1 - loading[i] * loading[i]) * deviation[i] * deviation[i];
    }
    Covariances covariances = Covariances.of(500, c);
    assertEquals(
        shared * shared / (shared * shared + unique),
        Omega.minresStandardised(covariances).value(),
        1e-8);
    assertEquals(
        sharedRaw * sharedRaw / (sharedRaw * sharedRaw + uniqueRaw),
        Omega.maximumLikelihoodRaw(covariances).value(),
        1e-6);
  }

  /** Three items fix the loadings: l1^2 = r12 r13 / r23. */
  @Test
  void threeItemsInClosedForm() {
    double[] l = {Math.sqrt(.6 * .5 / .4), Math.sqrt(.6 * .4 / .5), Math.sqrt(.5 * .4 / .6)};
    double sum = Arrays.stream(l).sum();
    double unique = Arrays.stream(l).map(x -> 1 - x * x).sum();
    Covariances c = Covariances.of(200, new double[][] {{1, .6, .5}, {.6, 1, .4}, {.5, .4, 1}});
    assertEquals(sum * sum / (sum * sum + unique), Omega.minresStandardised(c).value(), 1e-10);
    assertEquals(sum * sum / (sum * sum + unique), Omega.maximumLikelihoodRaw(c).value(), 1e-7);
  }

  /** r12 r13 / r23 above 1: the first item would have to be explained by more than everything. */
  @Test
  void aHeywoodCaseHasNoOmega() {
    Covariances c = Covariances.of(200, new double[][] {{1, .8, .8}, {.8, 1, .5}, {.8, .5, 1}});
    assertFalse(Omega.minresStandardised(c).isDefined());
    assertTrue(Omega.minresStandardised(c).reason().contains("Heywood"));
    assertFalse(Omega.maximumLikelihoodRaw(c).isDefined());
  }

  /** Only l1 l2 = .7 is known: any share between the two fits as well. */
  @Test
  void aFactorOfTwoItemsIsNotDetermined() {
    Covariances c = Covariances.of(200, new double[][] {{1, .7, 0}, {.7, 1, 0}, {0, 0, 1}});
    assertFalse(Omega.minresStandardised(c).isDefined());
    assertFalse(Omega.maximumLikelihoodRaw(c).isDefined());
    Covariances none = Covariances.of(200, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    assertFalse(Omega.minresStandardised(none).isDefined());
  }

  @Test
  void twoItemsAreNotEnough() {
    Covariances c = Covariances.of(200, new double[][] {{1, .5}, {.5, 1}});
    assertFalse(Omega.minresStandardised(c).isDefined());
    assertFalse(Omega.maximumLikelihoodRaw(c).isDefined());
  }

  /** No other loadings near the estimate leave smaller residuals. */
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void minimumResidualsAreMinimal(@ForAll long seed) {
    Random random = new Random(seed);
    double[][] r = correlations(random);
    OneFactor fit = MinimumResiduals.fit(r);
    double largest = Math.sqrt(1 - OneFactor.LEAST_UNIQUENESS);
    for (int attempt = 0; attempt < 200; attempt++) {
      double size = Math.pow(10, -random.nextInt(5));
      double[] other =
          Arrays.stream(fit.loadings())
              .map(l -> l + size * random.nextGaussian())
              .map(l -> Math.max(-largest, Math.min(largest, l)))
              .toArray();
      assertTrue(residual(r, other) >= fit.discrepancy() - 1e-12);
    }
  }

  private static double residual(double[][] r, double[] l) {
    double sum = 0;
    for (int i = 0; i < l.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.pow(r[i][j] - l[i] * l[j], 2);
      }
    }
    return sum;
  }

  /** No other model within the bounds is likelier: F by its definition, from a matrix. */
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void maximumLikelihoodIsMaximal(@ForAll long seed) {
    Random random = new Random(seed);
    double[][] r = correlations(random);
    OneFactor fit = MaximumLikelihood.fit(r, Spectrum.of(r));
    assertEquals(discrepancy(r, fit.loadings(), fit.uniquenesses()), fit.discrepancy(), 1e-9);
    for (int attempt = 0; attempt < 200; attempt++) {
      double size = Math.pow(10, -random.nextInt(5));
      double[] l = fit.loadings().clone();
      double[] psi = fit.uniquenesses().clone();
      for (int i = 0; i < l.length; i++) {
        l[i] += size * random.nextGaussian();
        psi[i] *= Math.exp(size * random.nextGaussian());
        psi[i] = Math.max(OneFactor.LEAST_UNIQUENESS, psi[i]);
      }
      assertTrue(discrepancy(r, l, psi) >= fit.discrepancy() - 1e-10);
    }
  }

  /** log|S| + tr(R S^-1) - log|R| - k; the inverse of l l' + psi by Sherman and Morrison. */
  private static double discrepancy(double[][] r, double[] l, double[] psi) {
    int k = l.length;
    double ratio = 0;
    double logPsi = 0;
    for (int i = 0; i < k; i++) {
      ratio += l[i] * l[i] / psi[i];
      logPsi += Math.log(psi[i]);
    }
    double trace = 0;
    for (int i = 0; i < k; i++) {
      trace += r[i][i] / psi[i];
      for (int j = 0; j < k; j++) {
        trace -= r[i][j] * l[i] / psi[i] * l[j] / psi[j] / (1 + ratio);
      }
    }
    return logPsi + Math.log(1 + ratio) + trace - Spectrum.of(r).logDeterminant() - k;
  }

  private static double[][] correlations(Random random) {
    int k = 3 + random.nextInt(6);
    double[][] answers = new double[k + 5 + random.nextInt(40)][k];
    for (double[] row : answers) {
      double factor = random.nextGaussian();
      for (int i = 0; i < k; i++) {
        row[i] = factor + (0.5 + random.nextDouble()) * random.nextGaussian();
      }
    }
    return Covariances.of(answers, k).correlations();
  }
}
