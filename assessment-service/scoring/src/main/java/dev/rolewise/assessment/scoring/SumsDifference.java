package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.bundle.AreaFigures;
import dev.rolewise.assessment.scoring.bundle.Contradiction;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Where sums give more or less than a bundle of such a round carries. */
final class SumsDifference {

  private static final String WHAT = "a round like this one would not carry it in this form";

  private SumsDifference() {}

  static List<Contradiction> between(RoundSums given, RoundSums expected) {
    List<Contradiction> found = new ArrayList<>();
    for (int area = 0; area < expected.areas().size(); area++) {
      AreaFigures theirs = given.areas().get(area);
      AreaFigures ours = expected.areas().get(area);
      compare(found, "/areas/" + area + "/struggle", theirs.struggle(), ours.struggle());
      compare(found, "/areas/" + area + "/coverage", theirs.coverage(), ours.coverage());
    }
    compare(found, "/votes", given.votes(), expected.votes());
    compare(found, "/spreads", given.spreads(), expected.spreads());
    compare(found, "/stored", given.stored(), expected.stored());
    return found;
  }

  private static void compare(
      List<Contradiction> found, String pointer, Object given, Object expected) {
    if (!Objects.equals(given, expected)) {
      found.add(new Contradiction(pointer, WHAT));
    }
  }
}
