package dev.rolewise.assessment.report;

import dev.rolewise.assessment.contract.round.InstrumentRef;
import dev.rolewise.assessment.instrument.PublishedInstrument;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Area;
import dev.rolewise.assessment.scoring.Instrument.CoverageOption;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.Instrument.Scenario;
import dev.rolewise.assessment.scoring.Instrument.Side;
import dev.rolewise.assessment.scoring.Instrument.Wording;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An invented team, read from a resource and given to the engine like any other. What its people
 * answer is told by side and place, the first area of the product side and so on, so that they can
 * fill in whatever instrument is published: where one asks more than they were asked, they go round
 * again.
 */
final class ExampleTeam {
  private static final String FALLBACK = "en";

  private final JsonObject team;

  private ExampleTeam(JsonObject team) {
    this.team = team;
  }

  static ExampleTeam load() {
    try (InputStream in = ExampleTeam.class.getResourceAsStream("example-team.json")) {
      return new ExampleTeam(new JsonObject(Buffer.buffer(in.readAllBytes())));
    } catch (IOException unreadable) {
      throw new IllegalStateException("example-team.json cannot be read", unreadable);
    }
  }

  int initiatives() {
    return team.getInteger("initiatives");
  }

  RoundFacts facts(Instrument questionnaire) {
    return new RoundFacts(
        team.getInteger("size"),
        team.getInteger("k"),
        initiatives(),
        questionnaire.sides().stream()
            .filter(side -> team.getJsonArray("sidesPresent").contains(side.id()))
            .map(Side::role)
            .toList(),
        team.getJsonArray("sheets").size());
  }

  /** The sheets in the order of the questionnaire. */
  List<Sheet> sheets(Instrument questionnaire) {
    return team.getJsonArray("sheets").stream()
        .map(JsonObject.class::cast)
        .map(person -> sheet(person, questionnaire))
        .toList();
  }

  ReportHead head(PublishedInstrument instrument, String locale) {
    return new ReportHead(
        "example",
        team.getString("openedOn"),
        team.getString("closedOn"),
        localised(team.getJsonObject("name"), locale),
        team.getInteger("initiatives"),
        "tickets",
        new InstrumentRef(instrument.id(), instrument.version(), instrument.hash()),
        true);
  }

  /** By area; a comment on an area that the questionnaire does not have is left out. */
  Map<String, List<String>> comments(Instrument questionnaire, String locale) {
    Map<String, List<String>> comments = new LinkedHashMap<>();
    for (int i = 0; i < team.getJsonArray("comments").size(); i++) {
      JsonObject comment = team.getJsonArray("comments").getJsonObject(i);
      areasOf(questionnaire, comment.getString("side")).stream()
          .skip(comment.getInteger("area"))
          .findFirst()
          .ifPresent(
              area ->
                  comments
                      .computeIfAbsent(area, first -> new ArrayList<>())
                      .add(localised(comment, locale)));
    }
    return comments;
  }

  private static Sheet sheet(JsonObject person, Instrument questionnaire) {
    return new Sheet(
        answers(person, questionnaire),
        coverage(person, questionnaire),
        votes(person, questionnaire));
  }

  private static byte[] answers(JsonObject person, Instrument questionnaire) {
    byte[] column = new byte[questionnaire.items().size()];
    for (int i = 0; i < column.length; i++) {
      Item item = questionnaire.items().get(i);
      String wording = item.wording() == Wording.A ? "problem" : "opposite";
      column[i] = seen(person, questionnaire, item.area(), wording);
    }
    return column;
  }

  private static byte[] coverage(JsonObject person, Instrument questionnaire) {
    byte[] column = new byte[questionnaire.areas().size()];
    for (int i = 0; i < column.length; i++) {
      byte value = seen(person, questionnaire, questionnaire.areas().get(i).id(), "coverage");
      column[i] = known(value, questionnaire.coverageOptions());
    }
    return column;
  }

  /** Somebody who sees it worse than the last option says that one. */
  private static byte known(byte value, List<CoverageOption> options) {
    int last = options.get(options.size() - 1).value();
    return (byte) Math.min(value, last);
  }

  private static byte seen(JsonObject person, Instrument questionnaire, String area, String what) {
    String side =
        questionnaire.areas().stream()
            .filter(it -> it.id().equals(area))
            .findFirst()
            .orElseThrow()
            .side();
    JsonObject views = person.getJsonObject(side);
    if (views == null) {
      return Sheet.DONT_KNOW;
    }
    JsonArray values = views.getJsonArray(what);
    Integer value = values.getInteger(areasOf(questionnaire, side).indexOf(area) % values.size());
    return value == null ? Sheet.DONT_KNOW : value.byteValue();
  }

  private static byte[] votes(JsonObject person, Instrument questionnaire) {
    List<Scenario> scenarios = questionnaire.scenarios();
    JsonArray votes = person.getJsonArray("votes");
    byte[] column = new byte[scenarios.size()];
    for (int i = 0; i < column.length; i++) {
      // "none" is the option without a side; a side that is not asked stands at "don't know"
      String vote = votes.getString(i % votes.size());
      String side = "none".equals(vote) ? null : vote;
      List<String> sides = new ArrayList<>();
      scenarios.get(i).options().forEach(option -> sides.add(option.side()));
      column[i] = vote == null ? Sheet.DONT_KNOW : (byte) sides.indexOf(side);
    }
    return column;
  }

  private static List<String> areasOf(Instrument questionnaire, String side) {
    return questionnaire.areas().stream()
        .filter(area -> area.side().equals(side))
        .map(Area::id)
        .toList();
  }

  private static String localised(JsonObject text, String locale) {
    return text.getString(text.containsKey(locale) ? locale : FALLBACK);
  }
}
