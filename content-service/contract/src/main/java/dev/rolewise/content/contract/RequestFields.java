package dev.rolewise.content.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of a request body with a pointer for whatever is not as it should be. */
record RequestFields(JsonObject body) {
  String text(String name) {
    Object value = body.getValue(name);
    if (value == null) {
      throw new MalformedRequest("/" + name, FaultCode.MISSING);
    }
    if (value instanceof String text) {
      return text;
    }
    throw new MalformedRequest("/" + name, FaultCode.WRONG_TYPE);
  }

  String optionalText(String name) {
    return body.getValue(name) == null ? null : text(name);
  }

  int version(String name) {
    Integer version = optionalVersion(name);
    if (version == null) {
      throw new MalformedRequest("/" + name, FaultCode.MISSING);
    }
    return version;
  }

  Integer optionalVersion(String name) {
    Object value = body.getValue(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Integer || value instanceof Long)) {
      throw new MalformedRequest("/" + name, FaultCode.WRONG_TYPE);
    }
    long version = ((Number) value).longValue();
    if (version < 1 || version > Integer.MAX_VALUE) {
      throw new MalformedRequest("/" + name, FaultCode.OUT_OF_RANGE);
    }
    return (int) version;
  }

  List<String> texts(String name) {
    Object value = body.getValue(name);
    if (value == null) {
      throw new MalformedRequest("/" + name, FaultCode.MISSING);
    }
    if (!(value instanceof JsonArray array)) {
      throw new MalformedRequest("/" + name, FaultCode.WRONG_TYPE);
    }
    List<String> texts = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      if (!(array.getValue(i) instanceof String text)) {
        throw new MalformedRequest("/" + name + "/" + i, FaultCode.WRONG_TYPE);
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }
}
