package dev.rolewise.local;

import java.nio.file.Path;

/** What the tests of {@code rolewise statistics} begin with. */
final class StatisticsFiles {

  static final String SCALES =
      """
      {"responseMin": 1, "responseMax": 5, "responseOptions": 5, "comment": "ignored",
       "scales": [
        {"id": "leadership", "minAnswered": 2, "items": [
          {"id": "L1", "reversed": false}, {"id": "L2", "reversed": true}, {"id": "L3"}]}]}
      """;

  private StatisticsFiles() {}

  static String[] arguments(Path answers, Path scales, Path output) {
    return new String[] {
      "statistics",
      "--answers",
      answers.toString(),
      "--scales",
      scales.toString(),
      "--output",
      output.toString()
    };
  }
}
