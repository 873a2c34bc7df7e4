package dev.rolewise.assessment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.round.InstrumentRef;
import dev.rolewise.assessment.instrument.InstrumentTexts;
import dev.rolewise.assessment.instrument.PublishedInstrument;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.report.FindingCode;
import dev.rolewise.assessment.scoring.report.ReasonCode;
import dev.rolewise.assessment.scoring.report.StepCode;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import dev.rolewise.assessment.suite.PackFiles;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportRendererTest {
  private static final PublishedInstrument INSTRUMENT =
      PublishedInstrument.read(PackFiles.roleGapScan().toBuffer());
  private static final ReportHead HEAD =
      new ReportHead(
          "r", "2026-01-01", "2026-01-02", "T", 3, "open", new InstrumentRef("i", 1, "h"), false);

  @Test
  void everyCodeTheEngineHasCanBeSaidInEveryLanguage() {
    for (String locale : List.of("en", "nl")) {
      InstrumentTexts texts = INSTRUMENT.texts(locale);
      for (VerdictCode code : VerdictCode.values()) {
        assertFalse(texts.report("verdicts", code.name(), "title").isBlank());
        assertFalse(texts.report("verdicts", code.name(), "text").isBlank());
      }
      assertFalse(texts.report("verdicts", "TWO_HATS", "title").isBlank());
      for (FindingCode code : FindingCode.values()) {
        assertFalse(texts.report("also", code.name()).isBlank());
      }
      for (ReasonCode code : ReasonCode.values()) {
        assertFalse(texts.report("because", code.name()).isBlank());
      }
      for (StepCode code : StepCode.values()) {
        assertFalse(texts.report("steps", code.name(), "title").isBlank());
        assertFalse(texts.report("steps", code.name(), "text").isBlank());
      }
    }
  }

  @Test
  void whateverATeamAnswersEverySentenceIsComplete() {
    Random random = new Random(7);
    Set<String> seen = new TreeSet<>();
    for (int round = 0; round < 600; round++) {
      int initiatives = 1 + random.nextInt(2);
      Instrument questionnaire = INSTRUMENT.forInitiatives(initiatives);
      int size = 4 + random.nextInt(6);
      int received = random.nextInt(size + 1);
      RoundFacts facts =
          new RoundFacts(
              size, 3 + random.nextInt(2), initiatives, List.of("project-manager"), received);
      List<Sheet> sheets =
          received < facts.k() ? List.of() : sheets(questionnaire, received, random);
      JsonObject stored =
          ScanReportJson.of(new RoleGapScoring(questionnaire).report(facts, sheets));
      for (String locale : List.of("en", "nl")) {
        JsonObject report =
            new ReportRenderer(INSTRUMENT.texts(locale))
                .render(new JsonObject(stored.encode()), HEAD, ReportComments.invented(Map.of()));
        texts(report).forEach(text -> assertFalse(text.contains("{"), text));
        texts(report).forEach(text -> assertFalse(text.contains("null"), text));
      }
      seen.add(stored.getJsonObject("verdict").getString("code"));
    }
    assertEquals(
        Stream.of(VerdictCode.values()).map(Enum::name).collect(Collectors.toSet()),
        Set.copyOf(seen),
        "the teams of this test are too much alike");
  }

  @Test
  void aScoreBelowItsGateNeverReadsAsIfItReachedIt() {
    ReportSentence sentence = new ReportSentence(INSTRUMENT.texts("en"));
    JsonObject reason =
        new JsonObject()
            .put("role", "product-manager")
            .put("struggle", 44.7)
            .put("gap", 39.9999)
            .put("struggleGate", 45)
            .put("gapGate", 40);
    String text = sentence.of(reason, "because", "ROLE_FINE");
    assertTrue(text.contains("struggle 44 (threshold 45)"), text);
    assertTrue(text.contains("gap 39 (threshold 40)"), text);
    String high =
        sentence.of(reason.put("struggle", 45.0).put("gap", 62.5), "because", "ROLE_VACANT");
    assertTrue(high.contains("struggle 45 (threshold 45) and gap 63"), high);
  }

  @Test
  void areasAreListedAsInASentence() {
    JsonObject step =
        new JsonObject()
            .put("role", "project-manager")
            .put("areas", new JsonArray().add("J1").add("J2").add("J4"));
    assertTrue(
        new ReportSentence(INSTRUMENT.texts("en"))
            .of(step, "steps", "HIRE_OR_BORROW", "text")
            .contains("Planning, Risks & changes and Progress"));
    assertTrue(
        new ReportSentence(INSTRUMENT.texts("nl"))
            .of(step, "steps", "HIRE_OR_BORROW", "text")
            .contains(" en "));
  }

  /** Sides that are each heavy or light and owned or not, with a little noise. */
  private static List<Sheet> sheets(Instrument questionnaire, int count, Random random) {
    Map<String, int[]> bySide =
        questionnaire.sides().stream()
            .collect(
                Collectors.toMap(
                    Instrument.Side::id,
                    side -> new int[] {random.nextInt(2) * 3, 1 + random.nextInt(5)}));
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] answers = new byte[questionnaire.items().size()];
      for (int item = 0; item < answers.length; item++) {
        Instrument.Item it = questionnaire.items().get(item);
        int struggle = bySide.get(side(questionnaire, it.area()))[0] + random.nextInt(2);
        answers[item] =
            (byte) (random.nextInt(12) == 0 ? -1 : it.reversed() ? 4 - struggle : struggle);
      }
      byte[] coverage = new byte[questionnaire.areas().size()];
      for (int area = 0; area < coverage.length; area++) {
        int usual = bySide.get(questionnaire.areas().get(area).side())[1];
        coverage[area] = (byte) (random.nextInt(10) == 0 ? -1 : usual);
      }
      byte[] votes = new byte[questionnaire.scenarios().size()];
      for (int vote = 0; vote < votes.length; vote++) {
        votes[vote] = (byte) (random.nextInt(4) - 1);
      }
      sheets.add(new Sheet(answers, coverage, votes));
    }
    return sheets;
  }

  private static String side(Instrument questionnaire, String area) {
    return questionnaire.areas().stream()
        .filter(it -> it.id().equals(area))
        .findFirst()
        .orElseThrow()
        .side();
  }

  private static List<String> texts(Object json) {
    List<String> texts = new ArrayList<>();
    if (json instanceof JsonObject object) {
      object.fieldNames().forEach(field -> texts.addAll(texts(object.getValue(field))));
    } else if (json instanceof JsonArray array) {
      array.forEach(entry -> texts.addAll(texts(entry)));
    } else if (json instanceof String text) {
      texts.add(text);
    }
    return texts;
  }
}
