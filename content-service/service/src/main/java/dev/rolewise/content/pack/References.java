package dev.rolewise.content.pack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The strings of a structure. One that begins with {@code $} refers to a text; every other one is
 * an id, a code or a proper name.
 */
public final class References {
  private static final char MARK = '$';

  private References() {}

  /**
   * A string and where it stands.
   *
   * @param pointer place in the structure
   * @param value the string as it stands there
   */
  public record Occurrence(Pointer pointer, String value) {
    /** True when it refers to a text. */
    public boolean isReference() {
      return References.isReference(value);
    }

    /** The key it refers to. */
    public String key() {
      return value.substring(1);
    }
  }

  /** True for {@code $} and at least one more character. */
  public static boolean isReference(String value) {
    return value.length() > 1 && value.charAt(0) == MARK;
  }

  /** Every string of a structure. */
  public static List<Occurrence> strings(JsonObject structure) {
    List<Occurrence> occurrences = new ArrayList<>();
    copy(
        structure,
        Pointer.ROOT,
        (pointer, value) -> {
          occurrences.add(new Occurrence(pointer, value));
          return value;
        });
    return occurrences;
  }

  /**
   * The document in one language. The structure stays as it is.
   *
   * @throws IllegalStateException when a text is missing, which validation has ruled out
   */
  public static JsonObject resolve(JsonObject structure, JsonObject texts) {
    return (JsonObject)
        copy(
            structure,
            Pointer.ROOT,
            (pointer, value) -> isReference(value) ? text(texts, value.substring(1)) : value);
  }

  private static String text(JsonObject texts, String key) {
    if (texts.getValue(key) instanceof String text) {
      return text;
    }
    throw new IllegalStateException("no text for " + key);
  }

  private static Object copy(
      Object value, Pointer pointer, BiFunction<Pointer, String, String> strings) {
    if (value instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      for (String name : object.fieldNames()) {
        copy.put(name, copy(object.getValue(name), pointer.member(name), strings));
      }
      return copy;
    }
    if (value instanceof JsonArray array) {
      JsonArray copy = new JsonArray();
      for (int i = 0; i < array.size(); i++) {
        copy.add(copy(array.getValue(i), pointer.element(i), strings));
      }
      return copy;
    }
    return value instanceof String text ? strings.apply(pointer, text) : value;
  }
}
