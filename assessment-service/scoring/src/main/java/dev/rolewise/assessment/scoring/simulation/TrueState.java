package dev.rolewise.assessment.scoring.simulation;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Area;
import java.util.List;

/**
 * How it really is in one team, by area in the order of the instrument.
 *
 * @param struggle s, about 0..1
 * @param coverage c, about 0..1
 */
record TrueState(double[] struggle, double[] coverage) {

  private static final double POINTS = Instrument.HIGHEST_ANSWER;

  static TrueState draw(Instrument instrument, TeamKind kind, boolean mild, Draws draws) {
    List<Area> areas = instrument.areas();
    double[] struggle = new double[areas.size()];
    double[] coverage = new double[areas.size()];
    for (int area = 0; area < struggle.length; area++) {
      String side = areas.get(area).side();
      boolean last = isLastOfItsSide(areas, area);
      struggle[area] = draws.between(kind.struggle(side, last, mild));
      coverage[area] = draws.between(kind.coverage(side, last, mild));
    }
    return new TrueState(struggle, coverage);
  }

  private static boolean isLastOfItsSide(List<Area> areas, int area) {
    return areas.stream().skip(area + 1L).noneMatch(a -> a.side().equals(areas.get(area).side()));
  }

  /** The same team seen through a bad mood that everybody shares. */
  TrueState through(double gloom) {
    double[] heavier = struggle.clone();
    double[] looser = coverage.clone();
    for (int area = 0; area < heavier.length; area++) {
      heavier[area] += gloom / POINTS;
      looser[area] -= gloom / POINTS;
    }
    return new TrueState(heavier, looser);
  }
}
