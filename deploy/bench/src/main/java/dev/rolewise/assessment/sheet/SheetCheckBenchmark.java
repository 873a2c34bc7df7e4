package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.round.InstrumentRef;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.local.instrument.PackagedInstruments;
import dev.rolewise.runtime.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A sheet that is read strictly and checked against its questionnaire, beside its JSON that is
 * merely parsed. In the package of what is measured: nobody else checks sheets.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SheetCheckBenchmark {

  private static final int INITIATIVES = 1;

  private Buffer body;
  private InstrumentRef pinned;
  private SheetShape shape;

  @Setup
  public void sheet() {
    Instrument asked = PackagedInstruments.roleGapScan().forInitiatives(INITIATIVES);
    shape = SheetShape.of(asked);
    pinned = new InstrumentRef("role-gap-scan", 1, "");
    JsonObject answers = new JsonObject();
    shape.items().forEach(item -> answers.put(item, answers.size() % 5));
    JsonObject coverage = new JsonObject();
    shape.areas().forEach(area -> coverage.put(area, 1 + coverage.size() % 5));
    JsonObject votes = new JsonObject();
    shape.scenarios().forEach((scenario, options) -> votes.put(scenario, options.get(0)));
    JsonObject comments = new JsonObject();
    shape
        .areas()
        .forEach(area -> comments.put(area, "Nobody decides what comes first. ".repeat(4)));
    body =
        new JsonObject()
            .put("instrument", new JsonObject().put("id", pinned.id()).put("version", 1))
            .put("answers", answers)
            .put("coverage", coverage)
            .put("scenarios", votes)
            .put("comments", comments)
            .toBuffer();
  }

  /** The yardstick. */
  @Benchmark
  public JsonObject parsed() {
    return new JsonObject(body);
  }

  @Benchmark
  public Object checked() {
    Faults faults = new Faults();
    CheckedSheet sheet = CheckedSheet.read(StrictJson.object(body), pinned, shape, faults);
    if (!faults.isEmpty()) {
      throw new IllegalStateException("a good sheet was refused");
    }
    return sheet;
  }

  /** What of that is reading strictly: duplicate keys, limits, text that is no text. */
  @Benchmark
  public JsonObject readStrictly() {
    return StrictJson.object(body);
  }
}
