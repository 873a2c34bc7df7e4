package dev.rolewise.content.pack;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.regex.Pattern;

/** What a value of a document has to look like. Closed: what is not asked for is a fault. */
@FunctionalInterface
public interface Shape {
  /** Ids of documents and their parts. */
  String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  /** Reports everything about the value that is not of this shape. */
  void check(Object value, Place place);

  /** A reference to a text, {@code $key}. */
  static Shape text() {
    return (value, place) -> {
      if (!(value instanceof String text && References.isReference(text))) {
        place.fault("must refer to a text: \"$\" and a key");
      }
    };
  }

  /** A proper name: the same in every language, so it stands in the structure itself. */
  static Shape name() {
    return (value, place) -> {
      if (!(value instanceof String text) || text.isBlank() || References.isReference(text)) {
        place.fault("must be a name, the same in every language");
      }
    };
  }

  /** A string that matches a regular expression as a whole. */
  static Shape matching(String what, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return (value, place) -> {
      if (!(value instanceof String text && pattern.matcher(text).matches())) {
        place.fault("must be " + what);
      }
    };
  }

  /** An id in kebab-case. */
  static Shape id() {
    return matching("an id in kebab-case", KEBAB);
  }

  /** One of these strings. */
  static Shape oneOf(List<String> codes) {
    return (value, place) -> {
      if (!(value instanceof String text && codes.contains(text))) {
        place.fault("must be one of " + String.join(", ", codes));
      }
    };
  }

  /** A whole number within bounds, both included. */
  static Shape whole(int minimum, int maximum) {
    return (value, place) -> {
      if (!(value instanceof Integer number) || number < minimum || number > maximum) {
        place.fault("must be a whole number from " + minimum + " to " + maximum);
      }
    };
  }

  /** True or false. */
  static Shape flag() {
    return (value, place) -> {
      if (!(value instanceof Boolean)) {
        place.fault("must be true or false");
      }
    };
  }

  /** Null, or the given shape. */
  static Shape nullable(Shape shape) {
    return (value, place) -> {
      if (value != null) {
        shape.check(value, place);
      }
    };
  }

  /** A list of one shape with at least so many elements. */
  static Shape list(Shape element, int fewest) {
    return (value, place) -> {
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
    };
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
}
