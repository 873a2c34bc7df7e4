package dev.rolewise.assessment.scoring;

import java.util.Arrays;

/**
 * One person's answers, nothing about the person. The three columns follow the order of items,
 * areas and scenarios of the instrument as {@link Instrument#forInitiatives(int) reduced} for the
 * round; {@link #DONT_KNOW} stands for "don't know". Immutable: arrays are copied on the way in and
 * on the way out.
 *
 * @param answers per item 0..4 as answered, reversed items not yet turned round
 * @param coverage per area the value of the chosen coverage option, 1..5
 * @param votes per scenario the position of the chosen option, from 0
 */
public record Sheet(byte[] answers, byte[] coverage, byte[] votes) {

  /** The value of a question answered with "don't know". */
  public static final byte DONT_KNOW = -1;

  public Sheet {
    answers = answers.clone();
    coverage = coverage.clone();
    votes = votes.clone();
  }

  @Override
  public byte[] answers() {
    return answers.clone();
  }

  @Override
  public byte[] coverage() {
    return coverage.clone();
  }

  @Override
  public byte[] votes() {
    return votes.clone();
  }

  /** The answer at one position, without copying the column. */
  int answer(int item) {
    return answers[item];
  }

  int coverage(int area) {
    return coverage[area];
  }

  int vote(int scenario) {
    return votes[scenario];
  }

  boolean fits(int items, int areas, int scenarios) {
    return answers.length == items && coverage.length == areas && votes.length == scenarios;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sheet sheet
        && Arrays.equals(answers, sheet.answers)
        && Arrays.equals(coverage, sheet.coverage)
        && Arrays.equals(votes, sheet.votes);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(answers) + Arrays.hashCode(coverage))
        + Arrays.hashCode(votes);
  }

  /** Says nothing about the answers: a sheet must not end up readable in a log. */
  @Override
  public String toString() {
    return "Sheet";
  }
}
