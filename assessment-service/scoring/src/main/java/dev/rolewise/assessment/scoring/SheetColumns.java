package dev.rolewise.assessment.scoring;

import java.util.List;

/**
 * The released answers of a round, one column of bytes per question: what many sheets are read from
 * fastest. Position i of every column belongs to the same sheet; nothing says whose. {@link
 * Sheet#DONT_KNOW} (-1) stands for "don't know".
 */
public final class SheetColumns {

  private final byte[][] answers;
  private final byte[][] coverage;
  private final byte[][] votes;
  private final int people;

  private SheetColumns(int people, byte[][] answers, byte[][] coverage, byte[][] votes) {
    this.people = people;
    this.answers = answers;
    this.coverage = coverage;
    this.votes = votes;
    requireLength(answers, people);
    requireLength(coverage, people);
    requireLength(votes, people);
  }

  /**
   * Columns as they are, without a copy: a million sheets would take one of tens of megabytes. The
   * caller leaves the arrays alone from here on.
   *
   * @param people number of sheets; the length of every column
   * @param answers per item 0..4 as answered, reversed items not yet turned round
   * @param coverage per area the value of the chosen coverage option, 1..5
   * @param votes per scenario the position of the chosen option, from 0
   * @throws IllegalArgumentException when the columns are not equally long
   */
  public static SheetColumns wrap(int people, byte[][] answers, byte[][] coverage, byte[][] votes) {
    return new SheetColumns(people, answers.clone(), coverage.clone(), votes.clone());
  }

  /**
   * The columns of these sheets.
   *
   * @param instrument the instrument reduced for the round, in whose order the sheets are
   * @throws IllegalArgumentException when a sheet has another length than the questionnaire
   */
  public static SheetColumns of(Instrument instrument, List<Sheet> sheets) {
    int people = sheets.size();
    byte[][] answers = new byte[instrument.items().size()][people];
    byte[][] coverage = new byte[instrument.areas().size()][people];
    byte[][] votes = new byte[instrument.scenarios().size()][people];
    for (int person = 0; person < people; person++) {
      Sheet sheet = sheets.get(person);
      if (!sheet.fits(answers.length, coverage.length, votes.length)) {
        throw new IllegalArgumentException("a sheet has another length than the questionnaire");
      }
      for (int item = 0; item < answers.length; item++) {
        answers[item][person] = (byte) sheet.answer(item);
      }
      for (int area = 0; area < coverage.length; area++) {
        coverage[area][person] = (byte) sheet.coverage(area);
      }
      for (int scenario = 0; scenario < votes.length; scenario++) {
        votes[scenario][person] = (byte) sheet.vote(scenario);
      }
    }
    return new SheetColumns(people, answers, coverage, votes);
  }

  /** Number of sheets. */
  public int people() {
    return people;
  }

  byte[] answers(int item) {
    return answers[item];
  }

  byte[] coverage(int area) {
    return coverage[area];
  }

  byte[] votes(int scenario) {
    return votes[scenario];
  }

  boolean fits(int items, int areas, int scenarios) {
    return answers.length == items && coverage.length == areas && votes.length == scenarios;
  }

  private static void requireLength(byte[][] columns, int people) {
    for (byte[] column : columns) {
      if (column.length != people) {
        throw new IllegalArgumentException("a column is not as long as there are sheets");
      }
    }
  }

  /** Says nothing about the answers: they must not end up readable in a log. */
  @Override
  public String toString() {
    return "SheetColumns";
  }
}
