package dev.rolewise.bench.goal;

import dev.rolewise.bench.Goal;
import dev.rolewise.bench.Lab;
import dev.rolewise.bench.Row;
import dev.rolewise.bench.Samples;
import dev.rolewise.bench.jmh.Turns;
import java.util.List;

/** P10: a sheet that is read and checked, beside its JSON that is merely parsed. */
public final class ParsingGoal implements Goal {

  private static final String PARSED = "SheetCheckBenchmark.parsed";
  private static final String STRICT = "SheetCheckBenchmark.readStrictly";
  private static final String CHECKED = "SheetCheckBenchmark.checked";

  @Override
  public List<String> names() {
    return List.of("P10");
  }

  @Override
  public List<Row> measure(Lab lab) throws Exception {
    lab.clear();
    lab.say("P10: reading and checking sheets");
    Turns turns = Turns.take(lab.effort(), PARSED, STRICT, CHECKED);
    String parsed =
        "the same JSON parsed, " + Row.number(1e3 * Samples.median(turns.of(PARSED))) + " us";
    return List.of(
        Row.atMost(
            "P10",
            "a sheet read strictly and checked against its questionnaire",
            parsed,
            "x",
            turns.ratios(CHECKED, PARSED),
            1.6,
            1.25),
        Row.told("P10", "of that reading strictly", "x", turns.ratios(STRICT, PARSED)));
  }
}
