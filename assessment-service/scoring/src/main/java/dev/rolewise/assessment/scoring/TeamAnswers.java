package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Wording;
import dev.rolewise.assessment.scoring.bundle.RoleSpread;
import dev.rolewise.assessment.scoring.report.VerdictCode;

/**
 * The released sheets, counted once per column: exact sums per area. The columns are kept for what
 * only single people's answers can tell.
 */
final class TeamAnswers implements TeamFigures {

  private static final int HIGHEST = Instrument.HIGHEST_ANSWER;
  private static final int MOST_HALVES = HIGHEST * AreaSums.HALVES_PER_POINT;
  private static final int CODES = ColumnCounts.CODES;
  private static final int[] HALVES_OF_PAIR = halvesOfPair();

  private final Questionnaire questionnaire;
  private final Judge judge;
  private final SheetColumns columns;
  private final int[][] pairs;
  private final int[][] coverage;
  private final AreaTally[] tallies;
  private final VotePool votes;

  /**
   * @throws IllegalArgumentException when the sheets do not fit the questionnaire
   */
  TeamAnswers(Questionnaire questionnaire, Judge judge, SheetColumns columns) {
    this.questionnaire = questionnaire;
    this.judge = judge;
    this.columns = columns;
    Instrument instrument = questionnaire.instrument();
    if (!columns.fits(
        instrument.items().size(), questionnaire.areas(), questionnaire.scenarios())) {
      throw new IllegalArgumentException("a sheet has another length than the questionnaire");
    }
    pairs = new int[questionnaire.areas()][];
    coverage = new int[pairs.length][];
    tallies = new AreaTally[pairs.length];
    for (int area = 0; area < pairs.length; area++) {
      pairs[area] = pairs(area);
      coverage[area] = singles(columns.coverage(area), questionnaire.highestCoverageValue());
      tallies[area] = AreaTally.of(pairs[area], options(area), questionnaire.credits());
    }
    votes = pool();
  }

  /** Pairs of struggles: reversed items turned round, refusing what is not an answer. */
  private int[] pairs(int area) {
    int a = questionnaire.item(area, Wording.A);
    int b = questionnaire.item(area, Wording.B);
    int[] raw = ColumnCounts.pairs(columns.answers(a), columns.answers(b));
    int[] turned = new int[raw.length];
    for (int index = 0; index < raw.length; index++) {
      if (raw[index] > 0) {
        int left = index / CODES - 1;
        int right = index % CODES - 1;
        if (left > HIGHEST || right > HIGHEST) {
          throw ColumnCounts.outside();
        }
        turned[(struggle(a, left) + 1) * CODES + struggle(b, right) + 1] = raw[index];
      }
    }
    return turned;
  }

  private int struggle(int item, int answer) {
    return answer >= 0 && questionnaire.reversed(item) ? HIGHEST - answer : answer;
  }

  private int[] options(int area) {
    int[] options = new int[questionnaire.coverageOptions()];
    int[] counts = coverage[area];
    for (int value = 0; value < counts.length - 1; value++) {
      if (counts[value + 1] > 0) {
        int option = questionnaire.optionOfValue(value);
        if (option < 0) {
          throw new IllegalArgumentException("a sheet has a coverage value that is not an option");
        }
        options[option] = counts[value + 1];
      }
    }
    return options;
  }

  private VotePool pool() {
    int[] bySide = new int[questionnaire.sides() + 1];
    byte[][] scenarios = new byte[questionnaire.scenarios()][];
    for (int scenario = 0; scenario < scenarios.length; scenario++) {
      scenarios[scenario] = columns.votes(scenario);
      int options = questionnaire.options(scenario);
      int[] counts = singles(scenarios[scenario], options - 1);
      for (int option = 0; option < counts.length - 1; option++) {
        if (counts[option + 1] > 0 && option >= options) {
          throw ColumnCounts.outside();
        }
        if (counts[option + 1] > 0) {
          bySide[questionnaire.sideOfOption(scenario, option)] += counts[option + 1];
        }
      }
    }
    return new VotePool(ColumnCounts.answeredAny(scenarios, columns.people()), bySide);
  }

  private static int[] singles(byte[] column, int highest) {
    return highest < CODES - 1 ? ColumnCounts.singles(column) : ColumnCounts.wide(column);
  }

  private static int[] halvesOfPair() {
    int[] halves = new int[CODES * CODES];
    for (int pair = 0; pair < halves.length; pair++) {
      halves[pair] = AreaTally.personHalves(pair / CODES - 1, pair % CODES - 1);
    }
    return halves;
  }

  @Override
  public int people() {
    return columns.people();
  }

  @Override
  public AreaTally[] tallies() {
    return tallies;
  }

  @Override
  public VotePool votes() {
    return votes;
  }

  @Override
  public RoleSpread spread(int side, boolean[] usable) {
    return PersonMeans.spread(questionnaire, this, side, usable);
  }

  @Override
  public Boolean flipsWithoutOne(VerdictCode code, int usability) {
    return new OnePersonLess(questionnaire, judge, this, usability).flips(code);
  }

  @Override
  public boolean sumsTellMissing() {
    return true;
  }

  @Override
  public Boolean storedCouldFlip() {
    return null;
  }

  @Override
  public boolean sumsTellWordings() {
    return true;
  }

  @Override
  public Boolean storedSameWording() {
    return null;
  }

  /** How many people have each struggle in half scale points, {@code [halves + 1]}. */
  int[] halvesOf(int area) {
    int[] counts = new int[MOST_HALVES + 2];
    int[] of = pairs[area];
    for (int pair = 0; pair < of.length; pair++) {
      if (of[pair] > 0) {
        counts[HALVES_OF_PAIR[pair] + 1] += of[pair];
      }
    }
    return counts;
  }

  /** How often each coverage value occurs, {@code [value + 1]}. */
  int[] coverageOf(int area) {
    return coverage[area];
  }

  /** The struggle of one person in half scale points, -1 for don't know. */
  int halves(int person, int area) {
    int a = questionnaire.item(area, Wording.A);
    int b = questionnaire.item(area, Wording.B);
    int left = struggle(a, columns.answers(a)[person]) + 1;
    return HALVES_OF_PAIR[left * CODES + struggle(b, columns.answers(b)[person]) + 1];
  }

  /**
   * The answers of eight people from this one on to one wording: per byte struggle + 1, 0 for don't
   * know.
   */
  long codes(int person, int area, Wording wording) {
    int item = questionnaire.item(area, wording);
    long codes = ColumnCounts.codes(columns.answers(item), person);
    return questionnaire.reversed(item) ? EightPeople.turned(codes) : codes;
  }

  /** The coverage value of one person, -1 for don't know. */
  int coverage(int person, int area) {
    return columns.coverage(area)[person];
  }

  AreaSums[] sumsWithout(int person) {
    AreaSums[] sums = sums();
    for (int area = 0; area < sums.length; area++) {
      int value = coverage(person, area);
      int credit = value < 0 ? value : questionnaire.credits()[questionnaire.optionOfValue(value)];
      sums[area] = sums[area].minus(halves(person, area), credit);
    }
    return sums;
  }
}
