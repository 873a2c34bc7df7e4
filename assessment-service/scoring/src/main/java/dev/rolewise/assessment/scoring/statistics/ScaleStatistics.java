package dev.rolewise.assessment.scoring.statistics;

import dev.rolewise.assessment.scoring.statistics.IntraclassCorrelation.Team;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Everything about one scale of a table of answers. Teams are worked out one at a time and handed
 * on, so that a hundred thousand of them need no room at once. Not safe for use by several threads.
 */
public final class ScaleStatistics {

  /** Names the definitions; written with every result. */
  public static final String ENGINE = "statistics/1";

  private final AnswerTable table;
  private final Scale scale;
  private final ScaleAnswers answers;

  private ScaleStatistics(AnswerTable table, Scale scale) {
    this.table = table;
    this.scale = scale;
    this.answers = ScaleAnswers.of(table, scale);
  }

  /**
   * Arranges the answers for a scale.
   *
   * @throws IllegalArgumentException when the table has no column for an item
   */
  public static ScaleStatistics of(AnswerTable table, Scale scale) {
    return new ScaleStatistics(table, scale);
  }

  /** The scale among all respondents. */
  public ScaleSummary summary() {
    int rows = table.rows();
    int complete = 0;
    long missing = 0;
    double[] scores = new double[rows];
    for (int position = 0; position < rows; position++) {
      complete += answers.answered(position) == answers.items() ? 1 : 0;
      missing += answers.items() - answers.answered(position);
      scores[position] = answers.score(position);
    }
    GroupScores all = answers.scores(0, rows);
    return new ScaleSummary(
        scale.id(),
        rows,
        complete,
        all.n(),
        missing,
        all.meanFigure(),
        all.deviation(),
        ScoreQuantiles.of(present(scores)),
        items(),
        Reliability.of(answers.covariances()),
        aggregation());
  }

  /** Hands on the figures of each team, in the order of the table's teams. */
  public void forEachTeam(Consumer<TeamFigures> consumer) {
    TeamAgreement agreement = new TeamAgreement(answers, table.responses());
    for (int team = 0; team < table.teams().size(); team++) {
      consumer.accept(
          agreement.of(table.teams().get(team), table.start(team), table.start(team + 1)));
    }
  }

  private static double[] present(double[] scores) {
    return Arrays.stream(scores).filter(score -> !Double.isNaN(score)).toArray();
  }

  private List<ItemFigures> items() {
    return IntStream.range(0, answers.items())
        .mapToObj(
            item ->
                ItemFigures.of(
                    scale.items().get(item).id(), answers.counts(item, 0, table.rows(), false)))
        .toList();
  }

  private Aggregation aggregation() {
    List<Team> scored = new ArrayList<>();
    for (int team = 0; team < table.teams().size(); team++) {
      GroupScores scores = answers.scores(table.start(team), table.start(team + 1));
      if (scores.n() > 0) {
        scored.add(new Team(scores.n(), scores.mean(), scores.squares()));
      }
    }
    return IntraclassCorrelation.of(scored);
  }
}
