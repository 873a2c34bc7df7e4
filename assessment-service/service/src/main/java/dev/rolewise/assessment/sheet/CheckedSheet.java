package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.contract.message.FaultCode;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.MessageReader;
import dev.rolewise.assessment.contract.round.InstrumentRef;
import dev.rolewise.assessment.contract.sheet.SubmitSheet;
import dev.rolewise.assessment.scoring.Instrument;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

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
   * @param shape of the questionnaire as this round asks it
   * @param faults where faults go; the result is meaningless when there are any
   */
  static CheckedSheet read(JsonObject body, InstrumentRef pinned, SheetShape shape, Faults faults) {
    MessageReader sheet = new MessageReader(body, faults);
    checkInstrument(sheet, pinned);
    Short[] answers =
        column(
            sheet,
            "answers",
            shape.items(),
            (row, item) -> row.number(item, Instrument.LOWEST_ANSWER, Instrument.HIGHEST_ANSWER));
    Short[] coverage =
        column(
            sheet,
            "coverage",
            shape.areas(),
            (row, area) -> coverageValue(row, area, shape.coverages()));
    Short[] votes =
        column(
            sheet,
            "scenarios",
            shape.scenarios().keySet(),
            (row, scenario) -> vote(row, scenario, shape.scenarios().get(scenario)));
    return new CheckedSheet(answers, coverage, votes, comments(sheet, shape.areas()));
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
      Collection<String> ids,
      BiFunction<MessageReader, String, Integer> value) {
    Short[] values = new Short[ids.size()];
    sheet.required(field);
    MessageReader row = sheet.object(field);
    if (row == null) {
      return values;
    }
    int there = 0;
    int i = 0;
    for (String id : ids) {
      if (row.has(id)) {
        there++;
        Integer given = value.apply(row, id);
        values[i] = given == null ? DONT_KNOW : given.shortValue();
      } else {
        row.fault(id, FaultCode.MISSING);
      }
      i++;
    }
    // no look at each name while there are no more than those that are known
    if (there < row.names().size()) {
      row.names().stream()
          .filter(name -> !ids.contains(name))
          .forEach(name -> row.fault(name, FaultCode.UNKNOWN));
    }
    return values;
  }

  private static Integer coverageValue(MessageReader row, String area, Set<Integer> values) {
    Integer value = row.number(area, 1, Byte.MAX_VALUE);
    if (value != null && !values.contains(value)) {
      row.fault(area, FaultCode.OUT_OF_RANGE);
    }
    return value;
  }

  private static Integer vote(MessageReader row, String scenario, List<String> options) {
    String option = row.oneOf(scenario, options);
    return option == null ? null : options.indexOf(option);
  }

  private static JsonObject comments(MessageReader sheet, Collection<String> areas) {
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
