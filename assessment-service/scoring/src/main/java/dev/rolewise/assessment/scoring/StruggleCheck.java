package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.bundle.Contradiction;
import dev.rolewise.assessment.scoring.bundle.StruggleSums;
import dev.rolewise.assessment.scoring.bundle.StruggleSums.CompleteSums;
import dev.rolewise.assessment.scoring.bundle.StruggleSums.WordingSums;
import java.util.ArrayList;
import java.util.List;

/** Whether the struggle sums of one area hang together. */
final class StruggleCheck {

  private static final int HIGHEST = Instrument.HIGHEST_ANSWER;

  private final String at;
  private final StruggleSums sums;
  private final int usability;
  private final int people;
  private final long answers;
  private final long points;
  private final List<Contradiction> found = new ArrayList<>();

  private StruggleCheck(String at, StruggleSums sums, int usability, int people) {
    this.at = at;
    this.sums = sums;
    this.usability = usability;
    this.people = people;
    long answered = 0;
    long total = 0;
    for (int point = 0; point < sums.distribution().size(); point++) {
      answered += sums.distribution().get(point);
      total += (long) point * sums.distribution().get(point);
    }
    this.answers = answered;
    this.points = total;
  }

  static List<Contradiction> of(String at, StruggleSums sums, int usability, int people) {
    StruggleCheck check = new StruggleCheck(at, sums, usability, people);
    check.counts();
    if (check.found.isEmpty()) {
      check.halves();
      check.wordings();
      check.complete();
    }
    return check.found;
  }

  private void counts() {
    require(sums.distribution().size() == HIGHEST + 1, "/distribution", "not five counts");
    between(sums.raters(), usability, people, "/raters");
    between(answers, sums.raters(), 2L * sums.raters(), "/distribution");
    between(sums.dontKnow(), 2L * people - answers, 2L * people - answers, "/dontKnow");
  }

  /** People who answered both wordings: each of them gives two answers. */
  private long both() {
    return answers - sums.raters();
  }

  private void halves() {
    // a single answer counts twice, so half points exceed points by what single answers amount to
    long most = 2 * points - Math.max(0, points - HIGHEST * (sums.raters() - both()));
    between(sums.halves(), Math.max(points, 2 * points - 2 * HIGHEST * both()), most, "/halves");
  }

  private void wordings() {
    if (sums.a() == null || sums.b() == null) {
      require(sums.a() == null && sums.b() == null, "", "one wording without the other");
      return;
    }
    wording(sums.a(), "/a");
    wording(sums.b(), "/b");
    require(
        (long) sums.a().raters() + sums.b().raters() == answers,
        "/distribution",
        "the answers to both wordings do not add up to it");
    require(
        sums.a().points() + sums.b().points() == points,
        "/distribution",
        "the points of both wordings do not add up to it");
  }

  private void wording(WordingSums wording, String below) {
    if (wording.raters() != 0) {
      between(wording.raters(), usability, sums.raters(), below + "/raters");
    }
    between(wording.points(), 0, (long) HIGHEST * wording.raters(), below + "/points");
  }

  private void complete() {
    CompleteSums complete = sums.complete();
    require(
        (complete != null) == (both() >= usability),
        "/complete",
        both() + " people answered both wordings");
    if (complete != null) {
      between(complete.raters(), both(), both(), "/complete/raters");
      // per item at most half the people at either end of the scale
      between(complete.deviations(), 0, HIGHEST * both() * both(), "/complete/deviations");
      between(complete.spread(), 0, HIGHEST * HIGHEST * both() * both() / 2, "/complete/spread");
      require(
          (complete.deviations() == 0) == (complete.spread() == 0),
          "/complete",
          "either nobody deviates or somebody does");
    }
  }

  private void between(long value, long least, long most, String below) {
    String range = least == most ? "" + least : least + " to " + most;
    require(value >= least && value <= most, below, "is " + value + ", must be " + range);
  }

  private void require(boolean holds, String below, String otherwise) {
    if (!holds) {
      found.add(new Contradiction(at + below, otherwise));
    }
  }
}
