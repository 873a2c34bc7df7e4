package dev.rolewise.content.pack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * What a value of a document has to look like. Closed: what is not asked for is a fault. It judges
 * by itself, for the sake of plain words, and describes itself as a JSON Schema for everybody else.
 */
public interface Shape {
  /** Ids of documents and their parts. */
  String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  /** Reports everything about the value that is not of this shape. */
  void check(Object value, Place place);

  /** The same as a JSON Schema (draft 2020-12), a new object each time. */
  JsonObject schema();

  /** A shape that judges like this and describes itself like that. */
  static Shape of(JsonObject schema, BiConsumer<Object, Place> judge) {
    return new Shape() {
      @Override
      public void check(Object value, Place place) {
        judge.accept(value, place);
      }

      @Override
      public JsonObject schema() {
        return schema.copy();
      }
    };
  }

  /** A reference to a text, {@code $key}. */
  static Shape text() {
    return of(
        string("^\\$[\\s\\S]"),
        (value, place) -> {
          if (!(value instanceof String text && References.isReference(text))) {
            place.fault("must refer to a text: \"$\" and a key");
          }
        });
  }

  /** A proper name: the same in every language, so it stands in the structure itself. */
  static Shape name() {
    return of(
        string("^(?!\\$[\\s\\S])[\\s\\S]*\\S"),
        (value, place) -> {
          if (!(value instanceof String text) || text.isBlank() || References.isReference(text)) {
            place.fault("must be a name, the same in every language");
          }
        });
  }

  /** The words themselves, in one language. */
  static Shape words() {
    return of(
        string("\\S"),
        (value, place) -> {
          if (!(value instanceof String text)) {
            place.fault("must be a text");
          } else if (text.isBlank()) {
            place.fault("is empty");
          }
        });
  }

  /** A string that matches a regular expression as a whole. */
  static Shape matching(String what, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return of(
        string("^(?:" + regex + ")$"),
        (value, place) -> {
          if (!(value instanceof String text && pattern.matcher(text).matches())) {
            place.fault("must be " + what);
          }
        });
  }

  /** An id in kebab-case. */
  static Shape id() {
    return matching("an id in kebab-case", KEBAB);
  }

  /** One of these strings. */
  static Shape oneOf(List<String> codes) {
    return of(
        new JsonObject().put("enum", new JsonArray(codes)),
        (value, place) -> {
          if (!(value instanceof String text && codes.contains(text))) {
            place.fault("must be one of " + String.join(", ", codes));
          }
        });
  }

  /** A whole number within bounds, both included. */
  static Shape whole(int minimum, int maximum) {
    return of(
        new JsonObject().put("type", "integer").put("minimum", minimum).put("maximum", maximum),
        (value, place) -> {
          if (!(value instanceof Integer number) || number < minimum || number > maximum) {
            place.fault("must be a whole number from " + minimum + " to " + maximum);
          }
        });
  }

  /** True or false. */
  static Shape flag() {
    return of(
        new JsonObject().put("type", "boolean"),
        (value, place) -> {
          if (!(value instanceof Boolean)) {
            place.fault("must be true or false");
          }
        });
  }

  /** Null, or the given shape. */
  static Shape nullable(Shape shape) {
    return of(
        new JsonObject()
            .put(
                "anyOf",
                new JsonArray().add(new JsonObject().put("type", "null")).add(shape.schema())),
        (value, place) -> {
          if (value != null) {
            shape.check(value, place);
          }
        });
  }

  /** A list of one shape with at least so many elements. */
  static Shape list(Shape element, int fewest) {
    return of(
        new JsonObject()
            .put("type", "array")
            .put("items", element.schema())
            .put("minItems", fewest),
        (value, place) -> {
          if (!(value instanceof JsonArray array)) {
            place.fault("must be a list");
            return;
          }
          if (array.size() < fewest) {
            place.fault("must have at least " + fewest + " element(s)");
          }
          for (int i = 0; i < array.size(); i++) {
            element.check(array.getValue(i), place.element(i));
          }
        });
  }

  /** A list of one shape, which may be empty. */
  static Shape list(Shape element) {
    return list(element, 0);
  }

  /** An object without members; add them with {@link ObjectShape#with}. */
  static ObjectShape object() {
    return new ObjectShape(List.of());
  }

  /** An object with exactly these members, all of one shape. */
  static ObjectShape each(List<String> names, Shape shape) {
    ObjectShape object = object();
    for (String name : names) {
      object = object.with(name, shape);
    }
    return object;
  }

  /** An object with any members, all of one shape. */
  static Shape mapOf(Shape shape) {
    return of(
        new JsonObject().put("type", "object").put("additionalProperties", shape.schema()),
        (value, place) -> {
          if (value instanceof JsonObject members) {
            members
                .fieldNames()
                .forEach(name -> shape.check(members.getValue(name), place.member(name)));
          } else {
            place.fault("must be an object");
          }
        });
  }

  private static JsonObject string(String pattern) {
    return new JsonObject().put("type", "string").put("pattern", pattern);
  }
}
