package dev.rolewise.assessment.scoring.simulation;

/**
 * What came of the teams of one kind.
 *
 * @param all every team
 * @param usable those of them in which enough people answered about every area
 */
public record KindOutcomes(TeamKind kind, Outcomes all, Outcomes usable) {

  static KindOutcomes none(TeamKind kind) {
    return new KindOutcomes(kind, Outcomes.NONE, Outcomes.NONE);
  }

  KindOutcomes plus(KindOutcomes other) {
    return new KindOutcomes(kind, all.plus(other.all), usable.plus(other.usable));
  }
}
