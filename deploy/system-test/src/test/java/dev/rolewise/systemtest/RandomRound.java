package dev.rolewise.systemtest;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.release.LiveValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One of the random rounds: k 3-5, size 4-30, both ways to release, don't-knows of all sorts. */
record RandomRound(int k, int initiatives, LiveValues live, List<Sheet> sheets) {
  static final Instrument INSTRUMENT = BundledInstrument.roleGapScan();

  static RandomRound draw(long seed) {
    Random random = new Random(seed);
    int size = 4 + random.nextInt(27);
    int k = Math.min(size, 3 + random.nextInt(3));
    int initiatives = 1 + random.nextInt(3);
    LiveValues live = LiveValues.values()[random.nextInt(2)];
    Instrument asked = INSTRUMENT.forInitiatives(initiatives);
    double dontKnow = List.of(0.0, 0.05, 0.2, 0.5).get(random.nextInt(4));
    List<Sheet> sheets = new ArrayList<>();
    for (int person = 0; person < size; person++) {
      sheets.add(sheet(asked, dontKnow, random));
    }
    return new RandomRound(k, initiatives, live, List.copyOf(sheets));
  }

  DrippingRound dripping(NaiveChannel naive) {
    LiveValues mode = live.allowedFor(sheets.size()) ? live : LiveValues.TURNOUT;
    return new DrippingRound(INSTRUMENT, initiatives, sheets, k, mode, naive);
  }

  /** A sheet for this round of somebody who knows everything. */
  Sheet another(Random random) {
    return sheet(INSTRUMENT.forInitiatives(initiatives), 0, random);
  }

  private static Sheet sheet(Instrument asked, double dontKnow, Random random) {
    return new Sheet(
        column(asked.items().size(), 0, 4, dontKnow, random),
        column(asked.areas().size(), 1, 5, dontKnow, random),
        column(asked.scenarios().size(), 0, 1, dontKnow, random));
  }

  private static byte[] column(int length, int low, int high, double dontKnow, Random random) {
    byte[] column = new byte[length];
    for (int place = 0; place < length; place++) {
      column[place] =
          (byte) (random.nextDouble() < dontKnow ? -1 : low + random.nextInt(high - low + 1));
    }
    return column;
  }
}
