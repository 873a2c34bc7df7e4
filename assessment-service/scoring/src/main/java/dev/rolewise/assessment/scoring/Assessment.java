package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.report.Quadrant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The released answers against the gates: sums and quadrants per area, a judgement per role.
 *
 * @param sums by area
 * @param areas quadrants by area, null where an area is not usable
 * @param roles judgements by side
 * @param usability the fewest people who must have answered something
 */
record Assessment(
    Questionnaire questionnaire,
    AreaSums[] sums,
    Quadrant[] areas,
    RoleJudgement[] roles,
    int usability) {

  static Assessment of(Questionnaire questionnaire, Judge judge, AreaSums[] sums, int usability) {
    Quadrant[] areas = new Quadrant[sums.length];
    for (int area = 0; area < sums.length; area++) {
      if (sums[area].usable(usability)) {
        areas[area] = judge.quadrant(sums[area].struggle(), sums[area].gap());
      }
    }
    return new Assessment(questionnaire, sums, areas, judge.roles(sums, usability), usability);
  }

  /** By area, whether struggle and gap are both known. */
  boolean[] usableAreas() {
    boolean[] usable = new boolean[areas.length];
    for (int area = 0; area < usable.length; area++) {
      usable[area] = areas[area] != null;
    }
    return usable;
  }

  /** Areas that are VACANT, of all sides. */
  List<Integer> vacantAreas() {
    return IntStream.range(0, areas.length)
        .filter(area -> areas[area] == Quadrant.VACANT)
        .boxed()
        .toList();
  }

  List<Integer> vacantAreas(int side) {
    return IntStream.of(questionnaire.areasOfSide(side))
        .filter(area -> areas[area] == Quadrant.VACANT)
        .boxed()
        .toList();
  }

  List<Integer> vacantSides() {
    return sides(Quadrant.VACANT);
  }

  List<Integer> sides(Quadrant quadrant) {
    return IntStream.range(0, roles.length)
        .filter(side -> roles[side].is(quadrant))
        .boxed()
        .toList();
  }

  /** The vacant side with the largest struggle + gap; ties go to the side that comes first. */
  int heaviestVacantSide() {
    return vacantSides().stream()
        .min(Comparator.comparing((Integer side) -> roles[side].weight()).reversed())
        .orElseThrow();
  }

  /**
   * The usable area of a side with the largest struggle + gap; ties go to the area that comes
   * first.
   */
  int heaviestArea(int side) {
    List<Integer> usable = new ArrayList<>();
    for (int area : questionnaire.areasOfSide(side)) {
      if (sums[area].usable(usability)) {
        usable.add(area);
      }
    }
    return usable.stream().min(Comparator.comparing(this::weight).reversed()).orElseThrow();
  }

  private Ratio weight(int area) {
    return sums[area].struggle().plus(sums[area].gap());
  }

  /** Whether there is a usable area and every one of them has a high struggle. */
  boolean struggleIsUniform() {
    boolean any = false;
    for (Quadrant quadrant : areas) {
      if (quadrant == Quadrant.INFORMAL || quadrant == Quadrant.FINE) {
        return false;
      }
      any |= quadrant != null;
    }
    return any;
  }
}
