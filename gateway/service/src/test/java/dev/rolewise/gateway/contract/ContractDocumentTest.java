package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.contract.ContractDocument.DocumentedOperation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract is whole: references lead somewhere, and every operation says what can go wrong. */
class ContractDocumentTest {
  private static final ContractDocument CONTRACT = ContractDocument.load();

  static List<DocumentedOperation> operations() {
    return CONTRACT.operations();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = CONTRACT.references();
    assertFalse(references.isEmpty());
    assertEquals(
        List.of(), references.stream().filter(to -> CONTRACT.find(to) == null).distinct().toList());
  }

  @Test
  void everySchemaWithFieldsIsClosed() {
    JsonObject schemas = CONTRACT.root().getJsonObject("components").getJsonObject("schemas");
    List<String> open =
        schemas.fieldNames().stream()
            .flatMap(name -> open("/" + name, schemas.getJsonObject(name)))
            .toList();
    assertEquals(List.of(), open);
  }

  @Test
  void everyExampleKeepsToItsSchema() {
    OpenApiOracle oracle = new OpenApiOracle();
    JsonObject schemas = CONTRACT.root().getJsonObject("components").getJsonObject("schemas");
    List<String> shown =
        schemas.fieldNames().stream()
            .filter(name -> schemas.getJsonObject(name).containsKey("example"))
            .toList();
    assertTrue(shown.contains("Report"));
    shown.forEach(
        name ->
            oracle.checkSchema(
                name, schemas.getJsonObject(name).getJsonObject("example").encode()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyRequiredBodyHasAnExampleThatFits(DocumentedOperation operation) {
    JsonObject body = operation.body().getJsonObject("requestBody");
    if (body != null && CONTRACT.resolve(body).getBoolean("required")) {
      JsonObject json = body.getJsonObject("content").getJsonObject("application/json");
      new OpenApiOracle()
          .checkRequest(
              operation.method(), operation.path(), json.getJsonObject("example").encode());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationSaysWhatCanGoWrong(DocumentedOperation operation) {
    Set<String> told = operation.responses().fieldNames();
    Set<String> missing = new TreeSet<>(expected(operation));
    missing.removeAll(told);
    assertEquals(Set.of(), missing, operation.id());
    assertTrue(told.stream().anyMatch(status -> status.startsWith("2")), operation.id());
    assertFalse(operation.body().getString("summary", "").isBlank(), operation.id());
    assertTrue(operation.body().getString("description", "").contains("Errors: "), operation.id());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyErrorIsAProblem(DocumentedOperation operation) {
    operation.responses().fieldNames().stream()
        .filter(status -> status.compareTo("400") >= 0)
        .forEach(status -> assertProblem(operation, status));
  }

  private static void assertProblem(DocumentedOperation operation, String status) {
    String place = operation.id() + " " + status;
    JsonObject response = CONTRACT.resolve(operation.responses().getJsonObject(status));
    JsonObject content = response.getJsonObject("content");
    assertEquals(Set.of("application/problem+json"), content.fieldNames(), place);
    JsonObject problem = content.getJsonObject("application/problem+json");
    assertEquals(
        "#/components/schemas/Problem", problem.getJsonObject("schema").getString("$ref"), place);
    JsonObject example = problem.getJsonObject("example");
    assertEquals(Integer.valueOf(status), example.getInteger("status"), place);
    new OpenApiOracle()
        .check(
            operation.method(),
            operation.path(),
            example.getInteger("status"),
            "application/problem+json",
            example.encode());
    if (Set.of("429", "503").contains(status)) {
      assertNotNull(response.getJsonObject("headers").getJsonObject("Retry-After"), place);
    }
  }

  private static Set<String> expected(DocumentedOperation operation) {
    Set<String> statuses = new TreeSet<>(Set.of("400", "429", "502", "503", "504"));
    boolean needsRight = !operation.body().getJsonArray("security", new JsonArray()).isEmpty();
    if (needsRight) {
      statuses.addAll(Set.of("401", "404"));
    }
    if (operation.path().contains("{")) {
      statuses.add("404");
    }
    JsonObject body = operation.body().getJsonObject("requestBody");
    if (body != null) {
      statuses.addAll(Set.of("413", "415"));
      if (CONTRACT.resolve(body).getBoolean("required")) {
        statuses.add("422");
      }
    }
    return statuses;
  }

  private static Stream<String> open(String place, JsonObject schema) {
    JsonObject fields = schema.getJsonObject("properties", new JsonObject());
    Stream<String> here =
        fields.isEmpty() || Boolean.FALSE.equals(schema.getValue("additionalProperties"))
            ? Stream.empty()
            : Stream.of(place);
    Stream<String> below =
        fields.fieldNames().stream()
            .flatMap(name -> open(place + "/" + name, fields.getJsonObject(name)));
    Stream<String> elements =
        schema.getValue("items") instanceof JsonObject items
            ? open(place + "/*", items)
            : Stream.empty();
    Stream<String> values =
        schema.getValue("additionalProperties") instanceof JsonObject value
            ? open(place + "/*", value)
            : Stream.empty();
    return Stream.of(here, below, elements, values).flatMap(part -> part);
  }
}
