package dev.rolewise.assessment.scoring.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Answers as a plain table, for tests.
 *
 * @param responses what every item takes
 * @param rows respondents x items, NaN for a missing answer
 * @param teams one name per respondent, null for none
 */
record Answers(ResponseScale responses, double[][] rows, List<String> teams) {

  static final double NONE = Double.NaN;

  static Answers oneTeam(ResponseScale responses, double[][] rows) {
    return new Answers(responses, rows, Collections.nCopies(rows.length, "team"));
  }

  /** Teams of likely sizes that answer by mood, now and then not at all. */
  static Answers random(long seed) {
    Random random = new Random(seed);
    int items = 2 + random.nextInt(6);
    int options = List.of(2, 5, 6, 7).get(random.nextInt(4));
    int lowest = random.nextInt(3) - 1;
    double missing = random.nextBoolean() ? 0 : 0.12;
    List<double[]> rows = new ArrayList<>();
    List<String> teams = new ArrayList<>();
    for (int team = 0; team < 1 + random.nextInt(6); team++) {
      double level = random.nextDouble() * (options - 1);
      for (int member = 0; member < 1 + random.nextInt(9); member++) {
        double own = level + random.nextGaussian();
        double[] row = new double[items];
        for (int item = 0; item < items; item++) {
          long answer = Math.round(own + random.nextGaussian());
          double cut = Math.max(0, Math.min(options - 1, answer));
          row[item] = random.nextDouble() < missing ? NONE : lowest + cut;
        }
        rows.add(row);
        teams.add("team " + team);
      }
    }
    ResponseScale responses = ResponseScale.whole(lowest, lowest + options - 1);
    return new Answers(responses, rows.toArray(double[][]::new), teams);
  }

  /** The same answers read as decimals: the ends of the scale are out of reach for bytes. */
  Answers asDecimals() {
    double[][] with = Arrays.copyOf(rows, rows.length);
    ResponseScale wide =
        new ResponseScale(responses.lowest() - 0.5, responses.highest() + 0.5, responses.options());
    return new Answers(wide, with, teams);
  }

  Answers shuffled(long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows.length).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return new Answers(
        responses,
        order.stream().map(i -> rows[i]).toArray(double[][]::new),
        order.stream().map(teams::get).toList());
  }

  int items() {
    return rows[0].length;
  }

  List<String> itemIds() {
    return IntStream.range(0, items()).mapToObj(item -> "I" + item).toList();
  }

  AnswerTable table() {
    AnswerTable.Builder table = AnswerTable.builder(responses, itemIds());
    for (int row = 0; row < rows.length; row++) {
      table.row(teams.get(row), rows[row]);
    }
    return table.build();
  }

  Scale scale(boolean... reversed) {
    return scale(Scale.halfOf(items()), reversed);
  }

  Scale scale(int minAnswered, boolean... reversed) {
    List<Scale.Item> items =
        IntStream.range(0, items())
            .mapToObj(i -> new Scale.Item("I" + i, i < reversed.length && reversed[i]))
            .toList();
    return new Scale("scale", items, minAnswered);
  }

  ScaleSummary summary() {
    return ScaleStatistics.of(table(), scale()).summary();
  }

  List<TeamFigures> teamFigures() {
    return teamFigures(scale());
  }

  List<TeamFigures> teamFigures(Scale scale) {
    List<TeamFigures> figures = new ArrayList<>();
    ScaleStatistics.of(table(), scale).forEachTeam(figures::add);
    return figures;
  }

  List<double[]> rowsOf(String team) {
    return IntStream.range(0, rows.length)
        .filter(i -> team.equals(teams.get(i)))
        .mapToObj(i -> rows[i])
        .toList();
  }
}
