package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.CoverageOption;
import dev.rolewise.assessment.scoring.Instrument.Wording;
import java.util.List;

/**
 * The released sheets read once: exact sums per area, and per person and area the one byte each
 * that a subtract-one update needs.
 */
final class TeamAnswers {

  private final Questionnaire questionnaire;
  private final List<Sheet> sheets;
  private final AreaTally[] tallies;
  private final byte[][] halves;
  private final byte[][] credits;

  TeamAnswers(Questionnaire questionnaire, List<Sheet> sheets) {
    this.questionnaire = questionnaire;
    this.sheets = sheets;
    int areas = questionnaire.areas();
    tallies = new AreaTally[areas];
    for (int area = 0; area < areas; area++) {
      tallies[area] = new AreaTally(questionnaire.coverageOptions());
    }
    halves = new byte[sheets.size()][areas];
    credits = new byte[sheets.size()][areas];
    for (int person = 0; person < sheets.size(); person++) {
      questionnaire.requireFit(sheets.get(person));
      read(person);
    }
  }

  private void read(int person) {
    List<CoverageOption> options = questionnaire.instrument().coverageOptions();
    Sheet sheet = sheets.get(person);
    for (int area = 0; area < tallies.length; area++) {
      int a = questionnaire.struggle(sheet, area, Wording.A);
      int b = questionnaire.struggle(sheet, area, Wording.B);
      int option = questionnaire.coverageOption(sheet, area);
      int credit = option < 0 ? Sheet.DONT_KNOW : options.get(option).creditPercent();
      tallies[area].add(a, b, option, credit);
      halves[person][area] = (byte) AreaTally.personHalves(a, b);
      credits[person][area] = (byte) credit;
    }
  }

  int people() {
    return sheets.size();
  }

  AreaTally tally(int area) {
    return tallies[area];
  }

  AreaSums[] sums() {
    AreaSums[] sums = new AreaSums[tallies.length];
    for (int area = 0; area < sums.length; area++) {
      sums[area] = tallies[area].sums();
    }
    return sums;
  }

  /** Sums with the items of one wording only; coverage as it is. */
  AreaSums[] sums(Wording wording) {
    AreaSums[] sums = new AreaSums[tallies.length];
    for (int area = 0; area < sums.length; area++) {
      sums[area] = tallies[area].sums(wording);
    }
    return sums;
  }

  AreaSums[] sumsWithout(int person) {
    AreaSums[] sums = sums();
    for (int area = 0; area < sums.length; area++) {
      sums[area] = sums[area].minus(halves[person][area], credits[person][area]);
    }
    return sums;
  }

  /** A person's struggle in an area in half scale points, -1 for don't know. */
  int halves(int person, int area) {
    return halves[person][area];
  }

  /** The position of the option a person chose in a scenario, -1 for don't know. */
  int vote(int person, int scenario) {
    return sheets.get(person).vote(scenario);
  }
}
