package dev.rolewise.assessment.contract.message;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads typed fields of one object and notes a fault for each that is wrong; a faulty field reads
 * as null. Unknown fields are ignored, as the contract asks of every receiver.
 */
public final class MessageReader {
  private static final int LONGEST_WORD = 64;
  private static final int LAST_YEAR = 9999;

  private final JsonObject body;
  private final String base;
  private final Faults faults;

  /**
   * Starts at the root of a message.
   *
   * @param body the message
   * @param faults where faults go
   */
  public MessageReader(JsonObject body, Faults faults) {
    this(body, "", faults);
  }

  private MessageReader(JsonObject body, String base, Faults faults) {
    this.body = body;
    this.base = base;
    this.faults = faults;
  }

  /**
   * The pointer of a field.
   *
   * @param field a field of this object
   * @return JSON pointer with the field's name escaped
   */
  public String pointer(String field) {
    return base + "/" + field.replace("~", "~0").replace("/", "~1");
  }

  /**
   * Notes a fault about a field.
   *
   * @param field a field of this object
   * @param code one of {@link FaultCode}
   */
  public void fault(String field, String code) {
    faults.add(pointer(field), code);
  }

  /**
   * Whether the field is there, null included.
   *
   * @param field a field of this object
   * @return true when present
   */
  public boolean has(String field) {
    return body.containsKey(field);
  }

  /**
   * Notes a fault when a required field is absent or null.
   *
   * @param field a field of this object
   * @return true when there is something to read
   */
  public boolean required(String field) {
    if (body.getValue(field) == null) {
      fault(field, FaultCode.MISSING);
      return false;
    }
    return true;
  }

  /**
   * Reads a word as it is, for tokens, ids and codes.
   *
   * @param field a field of this object
   * @param longest most UTF-16 characters
   * @return the text or null
   */
  public String word(String field, int longest) {
    Object value = body.getValue(field);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      fault(field, FaultCode.WRONG_TYPE);
      return null;
    }
    if (text.length() > longest) {
      fault(field, FaultCode.TOO_LONG);
      return null;
    }
    return text;
  }

  /**
   * Reads one of some words.
   *
   * @param field a field of this object
   * @param allowed the words
   * @return the word or null
   */
  public String oneOf(String field, Collection<String> allowed) {
    String value = word(field, LONGEST_WORD);
    if (value != null && !allowed.contains(value)) {
      fault(field, FaultCode.UNKNOWN);
      return null;
    }
    return value;
  }

  /**
   * Reads a text that people typed; ends are stripped.
   *
   * @param field a field of this object
   * @param least fewest characters
   * @param most most characters
   * @param lines whether line breaks may come in (they are folded into spaces)
   * @return the text or null
   */
  public String text(String field, int least, int most, boolean lines) {
    Object value = body.getValue(field);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String typed)) {
      fault(field, FaultCode.WRONG_TYPE);
      return null;
    }
    String text = lines ? PlainText.oneLine(typed) : typed.strip();
    String code =
        !PlainText.isClean(text)
            ? FaultCode.MALFORMED
            : PlainText.length(text) < least
                ? FaultCode.TOO_SHORT
                : PlainText.length(text) > most ? FaultCode.TOO_LONG : null;
    if (code != null) {
      fault(field, code);
      return null;
    }
    return text;
  }

  /**
   * Reads a whole number.
   *
   * @param field a field of this object
   * @param least smallest value
   * @param most largest value
   * @return the number or null
   */
  public Integer number(String field, int least, int most) {
    Object value = body.getValue(field);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Integer) && !(value instanceof Long)) {
      fault(field, FaultCode.WRONG_TYPE);
      return null;
    }
    long number = ((Number) value).longValue();
    if (number < least || number > most) {
      fault(field, FaultCode.OUT_OF_RANGE);
      return null;
    }
    return (int) number;
  }

  /**
   * Reads a boolean.
   *
   * @param field name
   * @return the value or null when absent, null or wrong
   */
  public Boolean truth(String field) {
    Object value = body.getValue(field);
    if (value != null && !(value instanceof Boolean)) {
      fault(field, FaultCode.WRONG_TYPE);
      return null;
    }
    return (Boolean) value;
  }

  /**
   * Reads a moment, RFC 3339, whose years have four digits: what could not be written back that way
   * in UTC is malformed.
   *
   * @param field a field of this object
   * @return the moment or null
   */
  public Instant moment(String field) {
    String value = word(field, 40);
    if (value == null) {
      return null;
    }
    try {
      Instant moment = OffsetDateTime.parse(value).toInstant();
      int year = moment.atOffset(ZoneOffset.UTC).getYear();
      if (year >= 0 && year <= LAST_YEAR) {
        return moment;
      }
    } catch (DateTimeException e) {
      // falls through to the same fault
    }
    fault(field, FaultCode.MALFORMED);
    return null;
  }

  /**
   * Reads a day, RFC 3339 full-date.
   *
   * @param field a field of this object
   * @return the day or null
   */
  public LocalDate date(String field) {
    String value = word(field, 10);
    if (value == null) {
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      fault(field, FaultCode.MALFORMED);
      return null;
    }
  }

  /**
   * Reads a word of a certain form, such as an id. What has another form is not known anywhere.
   *
   * @param field a field of this object
   * @param form what it looks like
   * @return the word or null
   */
  public String word(String field, Pattern form) {
    String value = word(field, LONGEST_WORD);
    if (value != null && !form.matcher(value).matches()) {
      fault(field, FaultCode.UNKNOWN);
      return null;
    }
    return value;
  }

  /**
   * Reads a list of different words of a certain form.
   *
   * @param field a field of this object
   * @param form what they look like
   * @param most how many there may be
   * @return the words or null
   */
  public List<String> words(String field, Pattern form, int most) {
    Object value = body.getValue(field);
    if (value == null) {
      return null;
    }
    if (!(value instanceof JsonArray array)) {
      fault(field, FaultCode.WRONG_TYPE);
      return null;
    }
    if (array.size() > most) {
      fault(field, FaultCode.TOO_LONG);
      return null;
    }
    List<String> words = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < array.size(); i++) {
      String entry = pointer(field) + "/" + i;
      if (!(array.getValue(i) instanceof String word)) {
        faults.add(entry, FaultCode.WRONG_TYPE);
      } else if (word.length() > LONGEST_WORD || !form.matcher(word).matches()) {
        faults.add(entry, FaultCode.UNKNOWN);
      } else if (!seen.add(word)) {
        faults.add(entry, FaultCode.DUPLICATE);
      } else {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }

  /**
   * Reads an inner object.
   *
   * @param field a field of this object
   * @return a reader of the inner object, or null
   */
  public MessageReader object(String field) {
    Object value = body.getValue(field);
    if (value == null) {
      return null;
    }
    if (!(value instanceof JsonObject inner)) {
      fault(field, FaultCode.WRONG_TYPE);
      return null;
    }
    return new MessageReader(inner, pointer(field), faults);
  }

  /**
   * The names of the fields that are there.
   *
   * @return names in the order of the message
   */
  public Set<String> names() {
    return body.fieldNames();
  }

  /**
   * The raw value of a field.
   *
   * @param field a field of this object
   * @return a JSON value or null
   */
  public Object value(String field) {
    return body.getValue(field);
  }
}
