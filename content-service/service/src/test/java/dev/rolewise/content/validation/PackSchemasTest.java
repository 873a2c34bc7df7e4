package dev.rolewise.content.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.pack.PackReader;
import dev.rolewise.content.pack.Place;
import dev.rolewise.content.pack.Shape;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas and the code that refuses packs judge alike. */
class PackSchemasTest {
  private static final String FOLDER = "packs/schemas/";

  /** Around every limit of a shape, and of every type. */
  private static final List<Object> VALUES =
      Arrays.asList(
          null,
          true,
          -1,
          0,
          1,
          4,
          5,
          6,
          52,
          53,
          100,
          101,
          1_000_001,
          1.5,
          "",
          " ",
          "x",
          "$",
          "$x",
          "$ ",
          " $x",
          "kebab-id",
          "Not-Kebab",
          "P1a",
          "1P",
          "09:30",
          "24:00",
          "https://pmi.org/a",
          "http://pmi.org",
          "https://pmi.org/<b>",
          "ftp://pmi.org",
          "hire",
          "role-gap",
          "a",
          "b",
          "MANDATE",
          "nl",
          "nl-BE",
          "NL",
          "a\nb",
          new JsonArray(),
          new JsonArray().add("$x"),
          new JsonArray().add(1),
          new JsonObject(),
          new JsonObject().put("surprise", 1));

  static Stream<Arguments> documents() {
    List<Arguments> documents = new ArrayList<>();
    for (String pack : List.of("packs/rolewise-core", "packs/test-pack")) {
      PackFiles.onClassPath(pack)
          .content()
          .forEach((path, bytes) -> documents.add(Arguments.of(pack, path, Buffer.buffer(bytes))));
    }
    return documents.stream();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("documents")
  void everyDocumentThatShipsFitsItsSchema(String pack, String path, Buffer bytes) {
    JsonObject json = bytes.toJsonObject();
    assertTrue(takenBySchema(schemaOf(path), json), path);
    assertTrue(takenByCode(path, json), path);
  }

  static Stream<String> oneOfEachKind() {
    return Stream.of(
        "pack.json",
        "roles/product-manager.json",
        "scenarios/always-late.json",
        "guides/roadmap.json",
        "glossary/glossary.json",
        "instruments/role-gap-scan.json",
        "texts/nl/roles/product-manager.json");
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void everySeededFaultIsJudgedAlike(String path) {
    JsonObject good =
        Buffer.buffer(PackFiles.onClassPath("packs/test-pack").content().get(path)).toJsonObject();
    Validator validator = schemaOf(path);
    List<String> differences = new ArrayList<>();
    int refused = 0;
    List<JsonObject> variations = variations(good);
    for (JsonObject variation : variations) {
      boolean taken = takenByCode(path, variation);
      if (taken != takenBySchema(validator, variation)) {
        differences.add(taken + " " + variation.encode());
      }
      refused += taken ? 0 : 1;
    }
    assertEquals(List.of(), differences);
    assertTrue(refused > 20 && refused < variations.size(), refused + "/" + variations.size());
  }

  @Test
  void whatIsPublishedIsWhatTheCodeSaysOfItself() throws Exception {
    for (Map.Entry<String, JsonObject> schema : PackSchemas.all().entrySet()) {
      try (var in = getClass().getClassLoader().getResourceAsStream(FOLDER + schema.getKey())) {
        assertTrue(in != null, schema.getKey() + " is missing");
        assertEquals(
            schema.getValue(), Buffer.buffer(in.readAllBytes()).toJsonObject(), schema.getKey());
      }
    }
    assertEquals(DocumentKind.values().length + 2, PackSchemas.all().size());
  }

  private static boolean takenByCode(String path, JsonObject json) {
    PackFaults faults = new PackFaults();
    shapeOf(path).check(json, Place.of(path, faults));
    return faults.size() == 0;
  }

  private static Shape shapeOf(String path) {
    if (path.equals(PackReader.MANIFEST)) {
      return PackReader.SHAPE;
    }
    String folder = path.substring(0, path.indexOf('/'));
    return DocumentKind.inFolder(folder).map(DocumentShapes::of).orElse(PackSchemas.TEXTS);
  }

  private static final Map<String, Validator> VALIDATORS = new HashMap<>();

  private static Validator schemaOf(String path) {
    String name = path.contains("/") ? path.substring(0, path.indexOf('/')) : "pack";
    return VALIDATORS.computeIfAbsent(
        name,
        key ->
            Validator.create(
                JsonSchema.of(PackSchemas.all().get(key + ".schema.json")),
                new JsonSchemaOptions()
                    .setDraft(Draft.DRAFT202012)
                    .setBaseUri("urn:rolewise:test")
                    .setOutputFormat(OutputFormat.Flag)));
  }

  private static boolean takenBySchema(Validator validator, JsonObject json) {
    return validator.validate(json).getValid();
  }

  private static List<JsonObject> variations(JsonObject good) {
    List<JsonObject> found = new ArrayList<>();
    found.add(good);
    vary(good, good, new ArrayList<>(), found);
    return found;
  }

  /**
   * One thing changed, everywhere. Of a list its first element stands for all, and of a long object
   * whose members are all alike its first few.
   */
  private static void vary(
      JsonObject good, Object here, List<Object> place, List<JsonObject> found) {
    if (here instanceof JsonObject object) {
      found.add(changed(good, place, at -> ((JsonObject) at).put("surprise", 1)));
      boolean alike = place.size() > 1;
      for (String name : object.fieldNames().stream().limit(alike ? 3 : 20).toList()) {
        found.add(changed(good, place, at -> ((JsonObject) at).remove(name)));
        VALUES.forEach(
            value -> found.add(changed(good, place, at -> ((JsonObject) at).put(name, value))));
        vary(good, object.getValue(name), deeper(place, name), found);
      }
    } else if (here instanceof JsonArray array && !array.isEmpty()) {
      VALUES.forEach(
          value -> found.add(changed(good, place, at -> ((JsonArray) at).set(0, value))));
      vary(good, array.getValue(0), deeper(place, 0), found);
    }
  }

  private static List<Object> deeper(List<Object> place, Object step) {
    List<Object> deeper = new ArrayList<>(place);
    deeper.add(step);
    return deeper;
  }

  private static JsonObject changed(
      JsonObject good, List<Object> place, java.util.function.Consumer<Object> change) {
    JsonObject copy = good.copy();
    Object at = copy;
    for (Object step : place) {
      at =
          step instanceof Integer index
              ? ((JsonArray) at).getValue(index)
              : ((JsonObject) at).getValue((String) step);
    }
    change.accept(at);
    return copy;
  }
}
