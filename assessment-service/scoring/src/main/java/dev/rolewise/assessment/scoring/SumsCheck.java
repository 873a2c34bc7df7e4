package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.bundle.AreaFigures;
import dev.rolewise.assessment.scoring.bundle.Contradiction;
import dev.rolewise.assessment.scoring.bundle.RoleSpread;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.bundle.StoredChecks;
import dev.rolewise.assessment.scoring.bundle.VoteSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the sums of a bundle hang together: what adds up to what, and what cannot exceed what.
 */
final class SumsCheck {

  private final Instrument instrument;
  private final int usability;
  private final RoundSums sums;
  private final List<Contradiction> found = new ArrayList<>();

  private SumsCheck(Instrument instrument, RoundFacts facts, RoundSums sums) {
    this.instrument = instrument;
    this.usability = RoundScoring.usability(facts);
    this.sums = sums;
  }

  static List<Contradiction> of(Instrument reduced, RoundFacts facts, RoundSums sums) {
    SumsCheck check = new SumsCheck(reduced, facts, sums);
    int n = sums.people();
    check.require(n <= facts.received(), "/people", "more sheets released than received");
    check.require(n == 0 || n >= facts.k(), "/people", "fewer than k sheets are never released");
    if (n == 0) {
      check.require(sums.equals(RoundSums.NOTHING), "", "sums of nothing released");
    } else if (check.found.isEmpty()) {
      check.areas();
      check.votes();
      check.stored();
      check.sums.spreads().forEach(check::spread);
    }
    return check.found;
  }

  private void areas() {
    List<String> expected = instrument.areas().stream().map(Instrument.Area::id).toList();
    List<String> given = sums.areas().stream().map(AreaFigures::id).toList();
    if (!expected.equals(given)) {
      found.add(new Contradiction("/areas", "not the areas of the instrument, in its order"));
      return;
    }
    for (int area = 0; area < given.size(); area++) {
      String at = "/areas/" + area;
      AreaFigures figures = sums.areas().get(area);
      if (figures.struggle() != null) {
        found.addAll(StruggleCheck.of(at + "/struggle", figures.struggle(), usability, people()));
      }
      if (figures.coverage() != null) {
        coverage(at + "/coverage", figures.coverage());
      }
    }
  }

  private void coverage(String at, List<Integer> counts) {
    require(
        counts.size() == instrument.coverageOptions().size(),
        at,
        "not one count per coverage option");
    long total = counts.stream().mapToLong(Integer::longValue).sum();
    require(
        total >= usability && total <= people(),
        at,
        "people add up to " + total + ", must be " + usability + " to " + people());
  }

  private void votes() {
    VoteSums votes = sums.votes();
    if (votes == null) {
      return;
    }
    require(
        votes.votes().size() == instrument.sides().size() + 1,
        "/votes/votes",
        "not one count per side and one for none");
    between(votes.voters(), usability, people(), "/votes/voters");
    long total = votes.votes().stream().mapToLong(Integer::longValue).sum();
    long most = (long) votes.voters() * instrument.scenarios().size();
    require(
        total >= votes.voters() && total <= most,
        "/votes/votes",
        "votes add up to " + total + ", must be " + votes.voters() + " to " + most);
  }

  /** What takes the sheets to tell is kept back only together with a half of an area. */
  private void stored() {
    StoredChecks stored = sums.stored();
    if (stored != null && stored.onePersonLessFlips() == null) {
      boolean halfWithheld =
          sums.areas().stream()
              .anyMatch(area -> area.struggle() == null || area.coverage() == null);
      require(halfWithheld, "/stored/onePersonLessFlips", "not told, though every half is shown");
      require(
          stored.missingCouldFlip() == null,
          "/stored/missingCouldFlip",
          "told, though one person less is not");
    }
  }

  private void spread(String role, RoleSpread spread) {
    String at = "/spreads/" + role;
    Optional<Instrument.Side> side =
        instrument.sides().stream().filter(s -> s.role().equals(role)).findFirst();
    if (side.isEmpty()) {
      found.add(new Contradiction(at, "not a role of the instrument"));
      return;
    }
    String id = side.get().id();
    List<AreaFigures> areas = new ArrayList<>();
    for (int area = 0; area < instrument.areas().size() && area < sums.areas().size(); area++) {
      if (instrument.areas().get(area).side().equals(id)) {
        areas.add(sums.areas().get(area));
      }
    }
    int raters =
        areas.stream()
            .filter(a -> a.struggle() != null && a.coverage() != null)
            .mapToInt(a -> a.struggle().raters())
            .max()
            .orElse(usability);
    long highest =
        PersonMeans.leastCommonMultiple(areas.size())
            * Instrument.HIGHEST_ANSWER
            * AreaSums.HALVES_PER_POINT;
    between(spread.people(), raters, people(), at + "/people");
    between(spread.sum(), 0, highest * spread.people(), at + "/sum");
    // squares lie between those of equal means and those of means at the two ends
    Map.Entry<Long, Long> range =
        Map.entry(
            ceiling(spread.sum() * spread.sum(), Math.max(1, spread.people())),
            highest * spread.sum());
    between(spread.squares(), range.getKey(), range.getValue(), at + "/squares");
  }

  private static long ceiling(long value, long divisor) {
    return (value + divisor - 1) / divisor;
  }

  private int people() {
    return sums.people();
  }

  private void between(long value, long least, long most, String at) {
    require(
        value >= least && value <= most, at, "is " + value + ", must be " + least + " to " + most);
  }

  private void require(boolean holds, String at, String otherwise) {
    if (!holds) {
      found.add(new Contradiction(at, otherwise));
    }
  }
}
