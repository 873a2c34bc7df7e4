package dev.rolewise.content.validation;

import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.PackReader;
import dev.rolewise.content.pack.Shape;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The JSON Schema of every kind of file in a pack, for editors and other programs. They say what
 * fields there are and of which types; how files belong together only the rules can tell.
 */
public final class PackSchemas {
  /** A file of texts: what its keys are the structure says. */
  static final Shape TEXTS = Shape.mapOf(Shape.words());

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private PackSchemas() {}

  /** File name to schema, such as {@code roles.schema.json}, in the order of the kinds. */
  public static Map<String, JsonObject> all() {
    Map<String, JsonObject> schemas = new LinkedHashMap<>();
    add(schemas, "pack", "pack.json", PackReader.SHAPE);
    for (DocumentKind kind : DocumentKind.values()) {
      add(schemas, kind.folder(), kind.folder() + "/<id>.json", DocumentShapes.of(kind));
    }
    add(schemas, "texts", "texts/<language>/<kind>/<id>.json", TEXTS);
    return Collections.unmodifiableMap(schemas);
  }

  private static void add(Map<String, JsonObject> schemas, String name, String file, Shape shape) {
    JsonObject schema =
        new JsonObject()
            .put("$schema", DIALECT)
            .put("$id", "urn:rolewise:pack:" + name)
            .put("title", file);
    schemas.put(name + ".schema.json", schema.mergeIn(shape.schema()));
  }
}
