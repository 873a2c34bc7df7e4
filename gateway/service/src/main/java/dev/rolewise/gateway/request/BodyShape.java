package dev.rolewise.gateway.request;

import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields a body may have. Values are for the service that owns them to judge; a field nobody
 * knows is a fault of structure and never travels on.
 *
 * @param fields allowed names
 * @param inner the shape of fields that hold an object with fixed fields
 */
public record BodyShape(Set<String> fields, Map<String, BodyShape> inner) {
  /** A body with these plain fields. */
  public static BodyShape of(String... fields) {
    return new BodyShape(Set.of(fields), Map.of());
  }

  /** The same with one more field, an object of the given shape. */
  public BodyShape with(String field, BodyShape shape) {
    Set<String> names = new HashSet<>(fields);
    names.add(field);
    Map<String, BodyShape> shapes = new HashMap<>(inner);
    shapes.put(field, shape);
    return new BodyShape(Set.copyOf(names), Map.copyOf(shapes));
  }

  void check(JsonObject body, String pointer, List<Fault> faults) {
    for (String name : body.fieldNames()) {
      String here = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      if (!fields.contains(name)) {
        faults.add(new Fault(here, "unknown"));
      } else if (inner.containsKey(name) && body.getValue(name) instanceof JsonObject object) {
        inner.get(name).check(object, here, faults);
      }
    }
  }
}
