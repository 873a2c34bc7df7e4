package dev.rolewise.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.rolewise.runtime.json.MalformedJson.Reason;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON without forgiveness: UTF-8 only, no duplicate keys, no lone surrogates, no NaN,
 * nothing behind the value, within {@link JsonLimits}. Whole numbers become Integer, Long or
 * BigInteger, others Double.
 */
public final class StrictJson {

  // our own checks come first and say where; Jackson's limits are only kept out of their way
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1_000)
                  .maxNumberLength(100_000)
                  .maxStringLength(100_000_000)
                  .maxNameLength(100_000_000)
                  .build())
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private final JsonParser parser;
  private final String text;
  private final JsonLimits limits;

  private StrictJson(JsonParser parser, String text, JsonLimits limits) {
    this.parser = parser;
    this.text = text;
    this.limits = limits;
  }

  /**
   * An object from a request's body.
   *
   * @throws MalformedJson with reason and place
   */
  public static JsonObject object(Buffer body) {
    return object(body.getBytes(), JsonLimits.REQUEST);
  }

  /**
   * An object within other limits.
   *
   * @throws MalformedJson with reason and place
   */
  @SuppressWarnings("unchecked")
  public static JsonObject object(byte[] utf8, JsonLimits limits) {
    if (value(utf8, limits) instanceof Map<?, ?> members) {
      return new JsonObject((Map<String, Object>) members);
    }
    throw new MalformedJson(Reason.NOT_AN_OBJECT, "", 0, 1, 1);
  }

  /** Any value: Map, List, String, Number, Boolean or null, as JsonObject wraps them. */
  private static Object value(byte[] utf8, JsonLimits limits) {
    String text = decode(utf8);
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new StrictJson(parser, text, limits).whole();
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory failed", impossible);
    }
  }

  private static String decode(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    // whatever is no UTF-8 has become this character by now: slow and strict where it is there
    return withoutMark(text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(utf8));
  }

  private static String withoutMark(String text) {
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      throw new MalformedJson(Reason.ENCODING, "", 0, 1, 1);
    }
    return text;
  }

  private static String decodeStrictly(byte[] utf8) {
    CharBuffer characters = CharBuffer.allocate(utf8.length);
    ByteBuffer bytes = ByteBuffer.wrap(utf8);
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      var result = decoder.decode(bytes, characters, true);
      if (result.isError()) {
        result.throwException();
      }
    } catch (CharacterCodingException notUtf8) {
      throw at(Reason.ENCODING, "", characters.flip().toString());
    }
    return characters.flip().toString();
  }

  private Object whole() throws IOException {
    Object value;
    try {
      if (parser.nextToken() == null) {
        throw fault(Reason.EMPTY);
      }
      value = read(0);
    } catch (JsonProcessingException notJson) {
      throw fault(Reason.SYNTAX, notJson.getLocation());
    }
    try {
      if (parser.nextToken() != null) {
        throw fault(Reason.TRAILING_BYTES);
      }
    } catch (JsonProcessingException somethingElse) {
      throw fault(Reason.TRAILING_BYTES, somethingElse.getLocation());
    }
    return value;
  }

  private Object read(int depth) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> members(depth + 1);
      case START_ARRAY -> items(depth + 1);
      case VALUE_STRING -> string(parser.getText());
      case VALUE_NUMBER_INT -> wholeNumber();
      case VALUE_NUMBER_FLOAT -> fraction();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NULL -> null;
      default -> throw fault(Reason.SYNTAX);
    };
  }

  private Map<String, Object> members(int depth) throws IOException {
    checkDepth(depth);
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = string(parser.currentName());
      if (members.containsKey(key)) {
        throw fault(Reason.DUPLICATE_KEY);
      }
      parser.nextToken();
      members.put(key, read(depth));
    }
    return members;
  }

  private List<Object> items(int depth) throws IOException {
    checkDepth(depth);
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(read(depth));
    }
    return items;
  }

  private void checkDepth(int depth) {
    if (depth > limits.depth()) {
      throw fault(Reason.TOO_DEEP);
    }
  }

  private Number wholeNumber() throws IOException {
    checkNumber();
    return parser.getNumberValue();
  }

  private Double fraction() throws IOException {
    checkNumber();
    double value = Double.parseDouble(parser.getText());
    if (Double.isInfinite(value)) {
      throw fault(Reason.NUMBER_TOO_LONG);
    }
    return value;
  }

  private void checkNumber() throws IOException {
    if (parser.getTextLength() > limits.numberCharacters()) {
      throw fault(Reason.NUMBER_TOO_LONG);
    }
  }

  private String string(String value) {
    int bytes = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        bytes += 4;
        i++;
      } else if (Character.isSurrogate(c)) {
        throw fault(Reason.LONE_SURROGATE);
      } else {
        bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
      }
    }
    if (bytes > limits.stringBytes()) {
      throw fault(Reason.STRING_TOO_LONG);
    }
    return value;
  }

  private MalformedJson fault(Reason reason) {
    return fault(reason, parser.currentTokenLocation());
  }

  private MalformedJson fault(Reason reason, JsonLocation place) {
    int end = place == null ? 0 : (int) Math.max(0, Math.min(place.getCharOffset(), text.length()));
    return at(reason, pointer(), text.substring(0, end));
  }

  /** The place right behind the given text. */
  private static MalformedJson at(Reason reason, String pointer, String before) {
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return new MalformedJson(
        reason, pointer, before.getBytes(StandardCharsets.UTF_8).length, line, column);
  }

  private String pointer() {
    JsonPointer pointer = parser.getParsingContext().pathAsPointer();
    return pointer.toString();
  }
}
