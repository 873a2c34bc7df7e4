package dev.rolewise.assessment.contract.action;

import dev.rolewise.assessment.contract.message.FaultCode;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.MessageReader;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Writes down an action, or changes one: what is left out stays as it is, null empties it.
 *
 * @param text what
 * @param area id of a responsibility or null
 * @param owner who or null
 * @param due date or null
 * @param state one of {@link Action#STATES}
 */
public record WriteAction(String text, String area, String owner, LocalDate due, String state) {
  /** What a new action starts from. */
  public static final WriteAction NEW = new WriteAction(null, null, null, null, "open");

  private static final Pattern AREA = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");
  private static final int LONGEST_AREA = 64;

  /**
   * Reads and checks the message.
   *
   * @param json {@code {token, text, area?, owner?, due?, state?}}
   * @param before the action as it is, or {@link #NEW}
   * @param faults where faults go; the result is meaningless when there are any
   * @return the action as it shall be
   */
  public static WriteAction read(JsonObject json, WriteAction before, Faults faults) {
    MessageReader reader = new MessageReader(json, faults);
    if (before.text() == null || reader.has("text")) {
      reader.required("text");
    }
    String text = reader.text("text", 1, Action.LONGEST_TEXT, true);
    String area = reader.has("area") ? area(reader) : before.area();
    String owner =
        reader.has("owner") ? reader.text("owner", 1, Action.LONGEST_OWNER, true) : before.owner();
    LocalDate due = reader.has("due") ? reader.date("due") : before.due();
    if (reader.has("state")) {
      reader.required("state");
    }
    String state = reader.oneOf("state", Action.STATES);
    return new WriteAction(
        text == null ? before.text() : text,
        area,
        owner,
        due,
        state == null ? before.state() : state);
  }

  private static String area(MessageReader reader) {
    String area = reader.word("area", LONGEST_AREA);
    if (area != null && !AREA.matcher(area).matches()) {
      reader.fault("area", FaultCode.MALFORMED);
    }
    return area;
  }
}
