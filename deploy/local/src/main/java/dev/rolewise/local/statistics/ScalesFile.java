package dev.rolewise.local.statistics;

import dev.rolewise.assessment.scoring.statistics.ResponseScale;
import dev.rolewise.assessment.scoring.statistics.Scale;
import dev.rolewise.local.input.InputFault;
import dev.rolewise.local.input.JsonFile;
import dev.rolewise.runtime.json.JsonLimits;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code {responseMin, responseMax, responseOptions, scales:[{id, minAnswered, items:[{id,
 * reversed}]}]}}; other names are ignored.
 */
public final class ScalesFile {

  private static final int MOST_BYTES = 16 << 20;
  private static final int MOST_OPTIONS = 1_000_000;

  private final JsonFile file;

  private ScalesFile(JsonFile file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws InputFault with file, line and column
   */
  public static ScaleSet read(Path path) {
    return new ScalesFile(JsonFile.read(path, MOST_BYTES, JsonLimits.FILE)).scaleSet();
  }

  private ScaleSet scaleSet() {
    JsonObject root = file.document();
    double lowest = number(root, "", "responseMin");
    double highest = number(root, "", "responseMax");
    if (lowest >= highest) {
      throw file.fault("/responseMax", "must lie above responseMin.");
    }
    ResponseScale responses = new ResponseScale(lowest, highest, options(root));
    JsonArray given = array(root, "", "scales");
    List<Scale> scales = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      String pointer = "/scales/" + i;
      Scale scale = scale(object(given, i, pointer), pointer);
      if (!ids.add(scale.id())) {
        throw file.fault(pointer + "/id", "stands twice among the scales.");
      }
      scales.add(scale);
    }
    return new ScaleSet(responses, scales);
  }

  private Integer options(JsonObject root) {
    if (root.getValue("responseOptions") == null) {
      return null;
    }
    return whole(root, "", "responseOptions", 2, MOST_OPTIONS);
  }

  private Scale scale(JsonObject given, String pointer) {
    String id = text(given, pointer, "id");
    JsonArray items = array(given, pointer, "items");
    List<Scale.Item> read = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      String at = pointer + "/items/" + i;
      JsonObject item = object(items, i, at);
      String itemId = text(item, at, "id");
      if (!ids.add(itemId)) {
        throw file.fault(at + "/id", "stands twice in this scale.");
      }
      if (itemId.equals(AnswersCsv.RESPONDENT) || itemId.equals(AnswersCsv.TEAM)) {
        throw file.fault(at + "/id", "is the name of a column that is not an item.");
      }
      read.add(new Scale.Item(itemId, flag(item, at, "reversed")));
    }
    int minAnswered =
        given.getValue("minAnswered") == null
            ? Scale.halfOf(read.size())
            : whole(given, pointer, "minAnswered", 1, read.size());
    return new Scale(id, read, minAnswered);
  }

  private double number(JsonObject parent, String pointer, String name) {
    if (present(parent, pointer, name) instanceof Number number) {
      return number.doubleValue();
    }
    throw file.fault(pointer + "/" + name, "must be a number.");
  }

  private int whole(JsonObject parent, String pointer, String name, int least, int most) {
    // 5.0 is a whole number too
    if (parent.getValue(name) instanceof Number number
        && number.doubleValue() == number.intValue()
        && number.intValue() >= least
        && number.intValue() <= most) {
      return number.intValue();
    }
    throw file.fault(
        pointer + "/" + name, "must be a whole number from " + least + " to " + most + ".");
  }

  private String text(JsonObject parent, String pointer, String name) {
    if (present(parent, pointer, name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw file.fault(pointer + "/" + name, "must be a name.");
  }

  private boolean flag(JsonObject parent, String pointer, String name) {
    Object value = parent.getValue(name);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw file.fault(pointer + "/" + name, "must be true or false.");
  }

  private JsonArray array(JsonObject parent, String pointer, String name) {
    if (present(parent, pointer, name) instanceof JsonArray array && !array.isEmpty()) {
      return array;
    }
    throw file.fault(pointer + "/" + name, "must be a list with something in it.");
  }

  private JsonObject object(JsonArray parent, int index, String pointer) {
    if (parent.getValue(index) instanceof JsonObject object) {
      return object;
    }
    throw file.fault(pointer, "must be an object.");
  }

  private Object present(JsonObject parent, String pointer, String name) {
    if (!parent.containsKey(name)) {
      throw file.fault(pointer, "needs " + name + ".");
    }
    return parent.getValue(name);
  }
}
