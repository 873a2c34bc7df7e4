package dev.rolewise.assessment.scoring.simulation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The random numbers of one team: a stream of its own (xoshiro256++), settled by seed, family and
 * number alone. So a team comes out the same whichever thread draws it, and beside whatever others.
 */
final class Draws {

  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final int WORDS_OF_STATE = 4;

  private final UniformRandomProvider random;
  private final SharedStateContinuousSampler gaussian;

  private Draws(UniformRandomProvider random) {
    this.random = random;
    this.gaussian = ZigguratSampler.NormalizedGaussian.of(random);
  }

  /**
   * @param family what the team belongs to: its kind, or the size of team
   * @param number which one of that family
   */
  static Draws of(long seed, int family, int number) {
    long state = mix(mix(mix(seed) + family) + number);
    long[] words = new long[WORDS_OF_STATE];
    for (int word = 0; word < words.length; word++) {
      state += GOLDEN_GAMMA;
      words[word] = mix(state);
    }
    return new Draws(RandomSource.XO_SHI_RO_256_PP.create(words));
  }

  /** One step of SplitMix64 (Steele, Lea and Flood 2014): neighbours end up far apart. */
  private static long mix(long value) {
    long z = value + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  double between(Range range) {
    return range.low() + random.nextDouble() * (range.high() - range.low());
  }

  double normal(double mean, double deviation) {
    return mean + deviation * gaussian.sample();
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** 0 to below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }
}
