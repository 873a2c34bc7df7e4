package dev.rolewise.systemtest;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Area;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.Sheet;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What live results usually are: plain counts of everything that has come in so far. */
final class NaiveReport {
  private NaiveReport() {}

  /** The counts in the shape of a report. */
  static JsonObject of(Instrument asked, List<Sheet> sheets, int size) {
    JsonArray areas = new JsonArray();
    for (int area = 0; area < asked.areas().size(); area++) {
      areas.add(area(asked, area, sheets));
    }
    return new JsonObject()
        .put("n", sheets.size())
        .put("received", sheets.size())
        .put("size", size)
        .put("areas", areas);
  }

  private static JsonObject area(Instrument asked, int area, List<Sheet> sheets) {
    Area asking = asked.areas().get(area);
    long[] distribution = new long[5];
    long[] coverage = new long[asked.coverageOptions().size()];
    long dontKnow = 0;
    for (Sheet sheet : sheets) {
      for (int item = 0; item < asked.items().size(); item++) {
        Item question = asked.items().get(item);
        int answer = sheet.answers()[item];
        if (question.area().equals(asking.id()) && answer == Sheet.DONT_KNOW) {
          dontKnow++;
        } else if (question.area().equals(asking.id())) {
          distribution[question.reversed() ? 4 - answer : answer]++;
        }
      }
      if (sheet.coverage()[area] != Sheet.DONT_KNOW) {
        coverage[sheet.coverage()[area] - 1]++;
      }
    }
    return new JsonObject()
        .put("id", asking.id())
        .put("distribution", array(distribution))
        .put("dontKnow", dontKnow)
        .put("coverage", array(coverage));
  }

  private static JsonArray array(long[] counts) {
    return new JsonArray(LongStream.of(counts).boxed().collect(Collectors.toList()));
  }
}
