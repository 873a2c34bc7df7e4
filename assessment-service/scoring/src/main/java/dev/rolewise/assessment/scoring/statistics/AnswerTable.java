package dev.rolewise.assessment.scoring.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Answers of respondents to items, in columns: a byte per whole answer. Says nothing about who the
 * respondents are, only which team each is in.
 */
public final class AnswerTable {

  /** The team of a respondent whose team is not known. */
  static final int NO_TEAM = -1;

  private final ResponseScale responses;
  private final Map<String, AnswerColumn> columns;
  private final int[] teamOfRow;
  private final List<String> teams;
  private final int[] order;
  private final int[] start;

  private AnswerTable(
      ResponseScale responses,
      Map<String, AnswerColumn> columns,
      int[] teamOfRow,
      List<String> teams) {
    this.responses = responses;
    this.columns = columns;
    this.teamOfRow = teamOfRow;
    this.teams = teams;
    this.start = new int[teams.size() + 2];
    this.order = sortByTeam();
  }

  /**
   * Starts a table.
   *
   * @param responses what every item takes
   * @param items ids, each once; the order of the answers in a row
   */
  public static Builder builder(ResponseScale responses, List<String> items) {
    return new Builder(responses, items);
  }

  /** Respondents, in any state. */
  public int rows() {
    return teamOfRow.length;
  }

  /** Team names in order of their first respondent. */
  public List<String> teams() {
    return teams;
  }

  ResponseScale responses() {
    return responses;
  }

  AnswerColumn column(String item) {
    AnswerColumn column = columns.get(item);
    if (column == null) {
      throw new IllegalArgumentException("no answers to item " + item);
    }
    return column;
  }

  /** Rows, those of one team side by side; those without a team come last. */
  int[] order() {
    return order;
  }

  /** Where a team's rows begin in the order; one entry more than there are teams. */
  int start(int team) {
    return start[team];
  }

  private int[] sortByTeam() {
    for (int team : teamOfRow) {
      start[place(team) + 1]++;
    }
    for (int team = 1; team < start.length; team++) {
      start[team] += start[team - 1];
    }
    int[] next = Arrays.copyOf(start, start.length);
    int[] sorted = new int[teamOfRow.length];
    for (int row = 0; row < teamOfRow.length; row++) {
      sorted[next[place(teamOfRow[row])]++] = row;
    }
    return sorted;
  }

  private int place(int team) {
    return team == NO_TEAM ? teams.size() : team;
  }

  /** Takes rows one by one. Not safe for use by several threads. */
  public static final class Builder {

    private static final int FIRST_CAPACITY = 1024;

    private final ResponseScale responses;
    private final List<String> items;
    private final AnswerColumn[] columns;
    private final Map<String, Integer> teamNumbers = new HashMap<>();
    private final List<String> teams = new ArrayList<>();
    private int[] teamOfRow = new int[FIRST_CAPACITY];
    private int rows;

    private Builder(ResponseScale responses, List<String> items) {
      this.responses = responses;
      this.items = List.copyOf(items);
      if (new LinkedHashSet<>(items).size() != items.size()) {
        throw new IllegalArgumentException("an item twice");
      }
      columns = new AnswerColumn[items.size()];
      Arrays.setAll(columns, item -> new AnswerColumn(responses));
    }

    /**
     * Adds a respondent.
     *
     * @param team name of the team; null when it is not known
     * @param answers one per item, within the scale; NaN for a missing one
     * @throws IllegalArgumentException when an answer lies outside the scale
     */
    public Builder row(String team, double... answers) {
      if (answers.length != columns.length) {
        throw new IllegalArgumentException("a row needs " + columns.length + " answers");
      }
      for (double answer : answers) {
        if (!Double.isNaN(answer) && !responses.contains(answer)) {
          throw new IllegalArgumentException("an answer outside the scale: " + answer);
        }
      }
      for (int item = 0; item < columns.length; item++) {
        columns[item].add(answers[item]);
      }
      if (rows == teamOfRow.length) {
        teamOfRow = Arrays.copyOf(teamOfRow, Math.addExact(rows, rows / 2));
      }
      teamOfRow[rows++] = team == null ? NO_TEAM : number(team);
      return this;
    }

    private int number(String team) {
      Integer known = teamNumbers.get(team);
      if (known != null) {
        return known;
      }
      teamNumbers.put(team, teams.size());
      teams.add(team);
      return teams.size() - 1;
    }

    public AnswerTable build() {
      Map<String, AnswerColumn> named = new HashMap<>();
      for (int item = 0; item < columns.length; item++) {
        columns[item].trim();
        named.put(items.get(item), columns[item]);
      }
      return new AnswerTable(
          responses, Map.copyOf(named), Arrays.copyOf(teamOfRow, rows), List.copyOf(teams));
    }
  }
}
