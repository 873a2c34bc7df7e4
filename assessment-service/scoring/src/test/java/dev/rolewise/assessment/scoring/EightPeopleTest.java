package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Every pair of answers, with every other pair as its neighbour: nothing leaks between people. */
class EightPeopleTest {

  private static final int CODES = Instrument.HIGHEST_ANSWER + 2;

  @Test
  void eightPeopleAreEightTimesOne() {
    for (int first = 0; first < CODES * CODES; first++) {
      for (int second = 0; second < CODES * CODES; second++) {
        long a = 0;
        long b = 0;
        for (int person = 0; person < 8; person++) {
          int pair = person % 2 == 0 ? first : second;
          a |= (long) (pair / CODES) << 8 * person;
          b |= (long) (pair % CODES) << 8 * person;
        }
        for (int person = 0; person < 8; person++) {
          int pair = person % 2 == 0 ? first : second;
          compare(pair / CODES, pair % CODES, a, b, 8 * person);
        }
      }
    }
  }

  private static void compare(int codeA, int codeB, long a, long b, int shift) {
    int halves = AreaTally.personHalves(codeA - 1, codeB - 1);
    assertEquals(Math.max(0, halves), EightPeople.halves(a, b) >>> shift & 0xFF);
    assertEquals(halves < 0 ? 0 : 1, EightPeople.anyKnown(a, b) >>> shift & 0xFF);
    int turned = codeA == 0 ? 0 : Instrument.HIGHEST_ANSWER - (codeA - 1) + 1;
    assertEquals(turned, EightPeople.turned(a) >>> shift & 0xFF);
  }
}
