package dev.rolewise.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a value stands in a text, for messages about values that are well spelt and wrong.
 *
 * @param line counts from 1
 * @param column of the value's first character, counts from 1
 */
public record JsonPlace(int line, int column) {

  private static final JsonFactory FACTORY = new JsonFactory();

  /**
   * Finds a value.
   *
   * @param utf8 a text that {@link StrictJson} has read
   * @param pointer JSON pointer (RFC 6901)
   * @return the place; empty when the text has no such value
   */
  public static Optional<JsonPlace> of(byte[] utf8, String pointer) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    long depth = pointer.chars().filter(c -> c == '/').count();
    try (JsonParser parser = FACTORY.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean value = token.isScalarValue() || token.isStructStart();
        // most values are elsewhere: a whole pointer is only made for those at the right depth
        if (value
            && depth(parser, token) == depth
            && pointer.equals(parser.getParsingContext().pathAsPointer().toString())) {
          return Optional.of(at(text, (int) parser.currentTokenLocation().getCharOffset()));
        }
      }
      return Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static int depth(JsonParser parser, JsonToken token) {
    int around = parser.getParsingContext().getNestingDepth();
    return token.isStructStart() ? around - 1 : around;
  }

  private static JsonPlace at(String text, int offset) {
    String before = text.substring(0, offset);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new JsonPlace(line, offset - before.lastIndexOf('\n'));
  }
}
