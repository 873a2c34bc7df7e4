package dev.rolewise.assessment.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * What a message of this version has lost of one of the previous release. A message may only grow:
 * whoever runs the other version still looks for what it knows.
 */
public final class Lost {

  private Lost() {}

  /** Places whose value is another one or gone. */
  public static List<String> values(JsonObject released, JsonObject today) {
    List<String> lost = new ArrayList<>();
    compare("", released, today, Objects::equals, lost);
    return lost;
  }

  /** Places that are gone or have another JSON type; a null says nothing about its type. */
  public static List<String> shape(JsonObject released, JsonObject today) {
    List<String> lost = new ArrayList<>();
    compare("", released, today, Lost::alike, lost);
    return lost;
  }

  private static boolean alike(Object released, Object today) {
    return released == null
        || today == null
        || released instanceof Number && today instanceof Number
        || released.getClass() == today.getClass();
  }

  private static void compare(
      String pointer,
      Object released,
      Object today,
      BiPredicate<Object, Object> same,
      List<String> lost) {
    if (released instanceof JsonObject object && today instanceof JsonObject other) {
      for (String field : object.fieldNames()) {
        String place = pointer + "/" + field;
        if (other.containsKey(field)) {
          compare(place, object.getValue(field), other.getValue(field), same, lost);
        } else {
          lost.add(place + " is gone");
        }
      }
    } else if (released instanceof JsonArray array
        && today instanceof JsonArray other
        && !array.isEmpty()
        && array.getValue(0) instanceof JsonObject) {
      for (int i = 0; i < Math.min(array.size(), other.size()); i++) {
        compare(pointer + "/" + i, array.getValue(i), other.getValue(i), same, lost);
      }
      if (other.isEmpty()) {
        lost.add(pointer + " is empty");
      }
    } else if (!same.test(released, today)) {
      lost.add(pointer + " was " + released + ", is " + today);
    }
  }
}
