package dev.rolewise.assessment.report;

import dev.rolewise.assessment.contract.round.InstrumentRef;
import dev.rolewise.assessment.instrument.PublishedInstrument;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Option;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An invented team with its sheets, read from a resource and given to the engine like any other.
 */
final class ExampleTeam {
  static final String INSTRUMENT = "role-gap-scan";
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

  RoundFacts facts() {
    return new RoundFacts(
        team.getInteger("size"),
        team.getInteger("k"),
        team.getInteger("initiatives"),
        team.getJsonArray("rolesPresent").stream().map(String.class::cast).toList(),
        team.getJsonArray("sheets").size());
  }

  /** The sheets in the order of the questionnaire; what it does not ask is left out. */
  List<Sheet> sheets(Instrument questionnaire) {
    return team.getJsonArray("sheets").stream()
        .map(JsonObject.class::cast)
        .map(sheet -> sheet(sheet, questionnaire))
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

  Map<String, List<String>> comments(String locale) {
    Map<String, List<String>> comments = new LinkedHashMap<>();
    JsonObject areas = team.getJsonObject("comments");
    for (String area : areas.fieldNames()) {
      comments.put(
          area,
          areas.getJsonArray(area).stream()
              .map(comment -> localised((JsonObject) comment, locale))
              .toList());
    }
    return comments;
  }

  private static Sheet sheet(JsonObject sheet, Instrument questionnaire) {
    return new Sheet(
        column(
            sheet.getJsonObject("answers"),
            questionnaire.items().stream().map(Instrument.Item::id).toList()),
        column(
            sheet.getJsonObject("coverage"),
            questionnaire.areas().stream().map(Instrument.Area::id).toList()),
        votes(sheet.getJsonObject("scenarios"), questionnaire.scenarios()));
  }

  private static byte[] column(JsonObject values, List<String> ids) {
    byte[] column = new byte[ids.size()];
    for (int i = 0; i < column.length; i++) {
      Integer value = values.getInteger(ids.get(i));
      column[i] = value == null ? Sheet.DONT_KNOW : value.byteValue();
    }
    return column;
  }

  private static byte[] votes(JsonObject votes, List<Instrument.Scenario> scenarios) {
    byte[] column = new byte[scenarios.size()];
    for (int i = 0; i < column.length; i++) {
      List<String> options = scenarios.get(i).options().stream().map(Option::id).toList();
      // an option that is not asked stands at -1, which is "don't know"
      column[i] = (byte) options.indexOf(votes.getString(scenarios.get(i).id()));
    }
    return column;
  }

  private static String localised(JsonObject text, String locale) {
    return text.getString(text.containsKey(locale) ? locale : FALLBACK);
  }
}
