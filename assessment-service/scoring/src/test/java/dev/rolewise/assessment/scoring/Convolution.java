package dev.rolewise.assessment.scoring;

import java.util.Arrays;

/**
 * Distributions of the sum of 1, 2, … independent draws from one distribution on 0, 1, 2, …,
 * through the fast Fourier transform (radix 2). Rounding errors stay around 1e-15 per value.
 */
final class Convolution {

  private final int length;
  private final double[] realOfOne;
  private final double[] imaginaryOfOne;
  private final double[] real;
  private final double[] imaginary;

  /**
   * @param mostDraws how many times {@link #next} will be called
   */
  Convolution(double[] probability, int mostDraws) {
    int needed = (probability.length - 1) * mostDraws + 1;
    length = needed == 1 ? 1 : Integer.highestOneBit(needed - 1) << 1;
    realOfOne = new double[length];
    imaginaryOfOne = new double[length];
    System.arraycopy(probability, 0, realOfOne, 0, probability.length);
    transform(realOfOne, imaginaryOfOne, 1);
    real = new double[length];
    imaginary = new double[length];
    Arrays.fill(real, 1);
  }

  /** The sum of one draw more than the last time, starting with one. */
  double[] next() {
    for (int i = 0; i < length; i++) {
      double re = real[i] * realOfOne[i] - imaginary[i] * imaginaryOfOne[i];
      imaginary[i] = real[i] * imaginaryOfOne[i] + imaginary[i] * realOfOne[i];
      real[i] = re;
    }
    double[] sum = real.clone();
    transform(sum, imaginary.clone(), -1);
    for (int i = 0; i < length; i++) {
      sum[i] /= length;
    }
    return sum;
  }

  private static void transform(double[] re, double[] im, int sign) {
    int n = re.length;
    reverseBits(re, im);
    for (int half = 1; half < n; half <<= 1) {
      double[] cos = new double[half];
      double[] sin = new double[half];
      for (int k = 0; k < half; k++) {
        cos[k] = Math.cos(Math.PI * k / half);
        sin[k] = sign * Math.sin(Math.PI * k / half);
      }
      for (int start = 0; start < n; start += half << 1) {
        for (int k = 0; k < half; k++) {
          int a = start + k;
          int b = a + half;
          double r = re[b] * cos[k] - im[b] * sin[k];
          double i = re[b] * sin[k] + im[b] * cos[k];
          re[b] = re[a] - r;
          im[b] = im[a] - i;
          re[a] += r;
          im[a] += i;
        }
      }
    }
  }

  private static void reverseBits(double[] re, double[] im) {
    int n = re.length;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        double r = re[i];
        re[i] = re[j];
        re[j] = r;
        double m = im[i];
        im[i] = im[j];
        im[j] = m;
      }
    }
  }
}
