package dev.rolewise.assessment.bundle;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A value in a bundle and its place; every read says what is allowed there. */
record BundleNode(String pointer, Object value) {

  // ids end up in output: nothing but plain characters
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,99}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]{1,40}");

  /** An object with exactly these fields. */
  BundleNode object(String... fields) {
    JsonObject object = members();
    Set<String> known = Set.of(fields);
    for (String field : object.fieldNames()) {
      if (!known.contains(field)) {
        boolean plain = PLAIN.matcher(field).matches();
        throw new BundleFault(
            plain ? pointer + "/" + field : pointer, "a field that a bundle does not have");
      }
    }
    for (String field : fields) {
      if (!object.containsKey(field)) {
        throw new BundleFault(pointer, "the field " + field + " is missing");
      }
    }
    return this;
  }

  BundleNode at(String field) {
    return new BundleNode(pointer + "/" + field, members().getValue(field));
  }

  private JsonObject members() {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw fault("must be an object");
  }

  boolean isNull() {
    return value == null;
  }

  /** What the reader makes of it, or null for null. */
  <T> T orNull(Function<BundleNode, T> reader) {
    return isNull() ? null : reader.apply(this);
  }

  int integer(int least, int most) {
    return (int) whole(least, most);
  }

  long whole(long least, long most) {
    if (value instanceof Integer || value instanceof Long) {
      long number = ((Number) value).longValue();
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw fault("must be a whole number from " + least + " to " + most);
  }

  boolean truth() {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw fault("must be true or false");
  }

  String id() {
    if (value instanceof String text && ID.matcher(text).matches()) {
      return text;
    }
    throw fault("must be an id: letters, digits and . _ - / only, at most 100");
  }

  <T> List<T> list(int least, int most, Function<BundleNode, T> reader) {
    if (!(value instanceof JsonArray array) || array.size() < least || array.size() > most) {
      throw fault("must be a list of " + least + " to " + most);
    }
    List<T> items = new ArrayList<>();
    for (int index = 0; index < array.size(); index++) {
      items.add(reader.apply(new BundleNode(pointer + "/" + index, array.getValue(index))));
    }
    return items;
  }

  /** An object whose fields are ids. */
  <T> Map<String, T> byId(int most, Function<BundleNode, T> reader) {
    JsonObject object = members();
    if (object.size() > most) {
      throw fault("must have at most " + most + " fields");
    }
    Map<String, T> entries = new LinkedHashMap<>();
    for (String field : object.fieldNames()) {
      if (!ID.matcher(field).matches() || field.contains("/")) {
        throw fault("must have ids as its fields");
      }
      entries.put(field, reader.apply(at(field)));
    }
    return entries;
  }

  BundleFault fault(String what) {
    return new BundleFault(pointer, what);
  }
}
