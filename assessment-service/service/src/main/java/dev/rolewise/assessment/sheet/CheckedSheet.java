package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.contract.message.FaultCode;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.MessageReader;
import dev.rolewise.assessment.contract.round.InstrumentRef;
import dev.rolewise.assessment.contract.sheet.SubmitSheet;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.CoverageOption;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.Instrument.Option;
import dev.rolewise.assessment.scoring.Instrument.Scenario;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A sheet that fits the round's questionnaire, in the order in which it is stored; -1 stands for
 * "don't know".
 *
 * @param answers per item 0..4
 * @param coverage per area the value of the option
 * @param votes per scenario the position of the option
 * @param comments area id to text; empty when there are none
 */
record CheckedSheet(Short[] answers, Short[] coverage, Short[] votes, JsonObject comments) {
  private static final short DONT_KNOW = -1;

  /**
   * Checks a sheet: every item, area and scenario exactly once, nothing else, every value in range.
   *
   * @param body the sheet as it came
   * @param pinned the round's instrument
   * @param questionnaire the instrument as this round asks it
   * @param faults where faults go; the result is meaningless when there are any
   */
  static CheckedSheet read(
      JsonObject body, InstrumentRef pinned, Instrument questionnaire, Faults faults) {
    MessageReader sheet = new MessageReader(body, faults);
    checkInstrument(sheet, pinned);
    Short[] answers =
        column(
            sheet,
            "answers",
            questionnaire.items().stream().map(Item::id).toList(),
            (row, item) -> row.number(item, Instrument.LOWEST_ANSWER, Instrument.HIGHEST_ANSWER));
    Short[] coverage =
        column(
            sheet,
            "coverage",
            areas(questionnaire),
            (row, area) -> coverageValue(row, area, questionnaire.coverageOptions()));
    Short[] votes =
        column(
            sheet,
            "scenarios",
            questionnaire.scenarios().stream().map(Scenario::id).toList(),
            (row, scenario) -> vote(row, scenario, questionnaire.scenarios()));
    return new CheckedSheet(
        answers, coverage, votes, comments(sheet, Set.copyOf(areas(questionnaire))));
  }

  private static List<String> areas(Instrument questionnaire) {
    return questionnaire.areas().stream().map(Instrument.Area::id).toList();
  }

  private static void checkInstrument(MessageReader sheet, InstrumentRef pinned) {
    sheet.required("instrument");
    MessageReader instrument = sheet.object("instrument");
    if (instrument == null) {
      return;
    }
    if (instrument.required("id")) {
      instrument.oneOf("id", Set.of(pinned.id()));
    }
    if (instrument.required("version")) {
      Integer version = instrument.number("version", 1, Integer.MAX_VALUE);
      if (version != null && version != pinned.version()) {
        instrument.fault("version", FaultCode.UNKNOWN);
      }
    }
  }

  private static Short[] column(
      MessageReader sheet,
      String field,
      List<String> ids,
      BiFunction<MessageReader, String, Integer> value) {
    Short[] values = new Short[ids.size()];
    sheet.required(field);
    MessageReader row = sheet.object(field);
    if (row == null) {
      return values;
    }
    for (int i = 0; i < values.length; i++) {
      String id = ids.get(i);
      if (!row.has(id)) {
        row.fault(id, FaultCode.MISSING);
        continue;
      }
      Integer given = value.apply(row, id);
      values[i] = given == null ? DONT_KNOW : given.shortValue();
    }
    Set<String> known = Set.copyOf(ids);
    row.names().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> row.fault(name, FaultCode.UNKNOWN));
    return values;
  }

  private static Integer coverageValue(
      MessageReader row, String area, List<CoverageOption> options) {
    Integer value = row.number(area, 1, Byte.MAX_VALUE);
    if (value != null && options.stream().noneMatch(option -> option.value() == value)) {
      row.fault(area, FaultCode.OUT_OF_RANGE);
    }
    return value;
  }

  private static Integer vote(MessageReader row, String scenario, List<Scenario> scenarios) {
    List<String> options =
        scenarios.stream()
            .filter(s -> s.id().equals(scenario))
            .flatMap(s -> s.options().stream().map(Option::id))
            .collect(Collectors.toList());
    String option = row.oneOf(scenario, Set.copyOf(options));
    return option == null ? null : options.indexOf(option);
  }

  private static JsonObject comments(MessageReader sheet, Set<String> areas) {
    JsonObject comments = new JsonObject();
    MessageReader row = sheet.object("comments");
    if (row == null) {
      return comments;
    }
    for (String area : row.names()) {
      if (!areas.contains(area)) {
        row.fault(area, FaultCode.UNKNOWN);
        continue;
      }
      String text = row.text(area, 0, SubmitSheet.LONGEST_COMMENT, true);
      if (text != null && !text.isEmpty()) {
        comments.put(area, text);
      }
    }
    return comments;
  }

  /** Says nothing about the answers: a sheet must not end up readable in a log. */
  @Override
  public String toString() {
    return "CheckedSheet";
  }
}
