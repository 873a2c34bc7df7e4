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
  private final Instrument asked;
  private final List<Sheet> sheets;
  private final int size;

  NaiveReport(Instrument asked, List<Sheet> sheets, int size) {
    this.asked = asked;
    this.sheets = sheets;
    this.size = size;
  }

  /** The counts in the shape of a report. */
  JsonObject report() {
    JsonArray areas = new JsonArray();
    for (int area = 0; area < asked.areas().size(); area++) {
      areas.add(
          counts(area)
              .put("id", asked.areas().get(area).id())
              .put("coverage", array(coverage(area))));
    }
    return new JsonObject()
        .put("n", sheets.size())
        .put("received", sheets.size())
        .put("size", size)
        .put("areas", areas);
  }

  /** The same in the shape of a bundle. */
  JsonObject bundle() {
    JsonArray areas = new JsonArray();
    for (int area = 0; area < asked.areas().size(); area++) {
      areas.add(
          new JsonObject()
              .put("id", asked.areas().get(area).id())
              .put("struggle", counts(area).put("halves", mean(area)))
              .put("coverage", array(coverage(area))));
    }
    return new JsonObject()
        .put("round", new JsonObject().put("size", size).put("received", sheets.size()))
        .put("sums", new JsonObject().put("people", sheets.size()).put("areas", areas))
        .put("report", new JsonObject().put("n", sheets.size()));
  }

  /** Rounds in order with the means of their first area. */
  JsonObject trend() {
    return new JsonObject()
        .put(
            "items",
            new JsonArray().add(new JsonObject().put("n", sheets.size()).put("struggle", mean(0))));
  }

  /** The mean of an area's answers, as a page may have it in passing. */
  double mean(int area) {
    JsonArray counts = counts(area).getJsonArray("distribution");
    long points = 0;
    long answers = 0;
    for (int point = 0; point < counts.size(); point++) {
      points += point * counts.getLong(point);
      answers += counts.getLong(point);
    }
    return answers == 0 ? 0 : (double) points / answers;
  }

  private JsonObject counts(int area) {
    Area asking = asked.areas().get(area);
    long[] distribution = new long[5];
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
    }
    return new JsonObject().put("distribution", array(distribution)).put("dontKnow", dontKnow);
  }

  private long[] coverage(int area) {
    long[] coverage = new long[asked.coverageOptions().size()];
    for (Sheet sheet : sheets) {
      if (sheet.coverage()[area] != Sheet.DONT_KNOW) {
        coverage[sheet.coverage()[area] - 1]++;
      }
    }
    return coverage;
  }

  private static JsonArray array(long[] counts) {
    return new JsonArray(LongStream.of(counts).boxed().collect(Collectors.toList()));
  }
}
