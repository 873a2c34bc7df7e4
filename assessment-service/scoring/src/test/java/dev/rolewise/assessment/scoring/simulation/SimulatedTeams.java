package dev.rolewise.assessment.scoring.simulation;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Area;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws teams of a kind as the reference behaviour describes: true state, person, acquiescence,
 * don't knows.
 */
final class SimulatedTeams {

  private static final double[] CREDITS = {1, 0.8, 0.4, 0.2, 0};

  private final Instrument instrument;
  private final Random random;

  SimulatedTeams(Instrument instrument, long seed) {
    this.instrument = instrument;
    this.random = new Random(seed);
  }

  List<Sheet> draw(Kind kind, boolean mild, int people) {
    Map<String, Double> struggle = new HashMap<>();
    Map<String, Double> coverage = new HashMap<>();
    for (Area area : instrument.areas()) {
      struggle.put(area.id(), between(kind.struggle(area.id(), mild)));
      coverage.put(area.id(), between(kind.coverage(area.id(), mild)));
    }
    List<Sheet> sheets = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      sheets.add(sheet(struggle, coverage));
    }
    return sheets;
  }

  private Sheet sheet(Map<String, Double> struggle, Map<String, Double> coverage) {
    double mood = normal(0, 0.12);
    double acquiescence = normal(0.06, 0.10);
    Map<String, Double> own = new HashMap<>();
    for (Area area : instrument.areas()) {
      own.put(area.id(), struggle.get(area.id()) + mood + normal(0, 0.14));
    }
    byte[] answers = new byte[instrument.items().size()];
    for (int index = 0; index < answers.length; index++) {
      Item item = instrument.items().get(index);
      double t = own.get(item.area());
      double level = item.reversed() ? 1 - t : t;
      int answer = cut(Math.round(4 * (level + acquiescence + normal(0, 0.15))));
      answers[index] = known(0.08, answer);
    }
    byte[] options = new byte[instrument.areas().size()];
    for (int index = 0; index < options.length; index++) {
      double c = coverage.get(instrument.areas().get(index).id());
      options[index] = known(0.12, nearest(c + normal(0, 0.18)));
    }
    byte[] votes = new byte[instrument.scenarios().size()];
    Arrays.fill(votes, Sheet.DONT_KNOW);
    return new Sheet(answers, options, votes);
  }

  private byte known(double shareOfDontKnows, int answer) {
    return random.nextDouble() < shareOfDontKnows ? Sheet.DONT_KNOW : (byte) answer;
  }

  private static int nearest(double coverage) {
    int nearest = 0;
    for (int option = 1; option < CREDITS.length; option++) {
      if (Math.abs(CREDITS[option] - coverage) < Math.abs(CREDITS[nearest] - coverage)) {
        nearest = option;
      }
    }
    return nearest + 1;
  }

  private double between(Kind.Range range) {
    return range.low() + random.nextDouble() * (range.high() - range.low());
  }

  private double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  private static int cut(long answer) {
    return (int) Math.max(0, Math.min(4, answer));
  }
}
