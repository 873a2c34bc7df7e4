package dev.rolewise.systemtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;

/** Makes up values that a JSON Schema of the contract takes, or nearly takes. */
final class SchemaValues {

  private final Random random;

  SchemaValues(Random random) {
    this.random = random;
  }

  Object of(JsonObject schema) {
    if (schema.containsKey("const")) {
      return schema.getValue("const");
    }
    if (schema.containsKey("enum")) {
      return pick(schema.getJsonArray("enum").getList());
    }
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.containsKey(choice)) {
        return of((JsonObject) pick(schema.getJsonArray(choice).getList()));
      }
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "integer", "number" -> number(schema);
      case "boolean" -> random.nextBoolean();
      case "null" -> null;
      default -> text(schema);
    };
  }

  private String type(JsonObject schema) {
    return schema.getValue("type") instanceof JsonArray types
        ? (String) pick(types.getList())
        : schema.getString("type", "string");
  }

  private JsonObject object(JsonObject schema) {
    JsonObject made = new JsonObject();
    JsonObject properties = schema.getJsonObject("properties", new JsonObject());
    JsonArray required = schema.getJsonArray("required", new JsonArray());
    for (String name : properties.fieldNames()) {
      if (required.contains(name) || random.nextInt(3) > 0) {
        made.put(name, of(properties.getJsonObject(name)));
      }
    }
    if (schema.getValue("additionalProperties") instanceof JsonObject more) {
      for (int count = random.nextInt(4); count > 0; count--) {
        made.put("P" + random.nextInt(9), of(more));
      }
    }
    return made;
  }

  private JsonArray array(JsonObject schema) {
    JsonArray made = new JsonArray();
    JsonObject items = schema.getJsonObject("items", new JsonObject());
    int least = schema.getInteger("minItems", 0);
    for (int count = least + random.nextInt(3); count > 0; count--) {
      made.add(of(items));
    }
    return made;
  }

  private long number(JsonObject schema) {
    long least = schema.getLong("minimum", 0L);
    long most = schema.getLong("maximum", least + 100);
    return least + random.nextInt((int) Math.min(most - least + 1, 1_000));
  }

  private String text(JsonObject schema) {
    if ("date-time".equals(schema.getString("format"))) {
      return "2099-0" + (1 + random.nextInt(9)) + "-11T10:09:08Z";
    }
    int least = schema.getInteger("minLength", 1);
    return "a".repeat(Math.max(1, least)) + random.nextInt(1_000);
  }

  private Object pick(List<?> all) {
    return all.get(random.nextInt(all.size()));
  }
}
