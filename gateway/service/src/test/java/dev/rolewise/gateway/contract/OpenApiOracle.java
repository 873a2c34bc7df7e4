package dev.rolewise.gateway.contract;

import dev.rolewise.gateway.contract.ContractDocument.DocumentedOperation;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tells whether what was said over HTTP is what the public contract promises. May be shared by
 * tests.
 */
public final class OpenApiOracle {
  private static final String COMPONENTS = "#/components/schemas/";
  private static final String DEFINITIONS = "#/$defs/";

  private final ContractDocument contract = ContractDocument.load();
  private final JsonObject definitions =
      localised(contract.root().getJsonObject("components").getJsonObject("schemas"));
  private final Map<String, Validator> validators = new ConcurrentHashMap<>();

  /**
   * Checks an answer.
   *
   * @param method such as {@code GET}
   * @param pathTemplate as the contract writes it, such as {@code /rounds/{id}}
   * @param mediaType the answer's Content-Type with or without parameters; null when it has none
   * @param body the answer's body; null or empty when it has none
   * @throws AssertionError for whatever the contract does not promise, with pointers into the body
   */
  public void check(String method, String pathTemplate, int status, String mediaType, String body) {
    String place = method + " " + pathTemplate + " " + status;
    JsonObject response = operation(method, pathTemplate).responses().getJsonObject("" + status);
    require(response != null, place + " is not in the contract");
    JsonObject content = contract.resolve(response).getJsonObject("content");
    if (content == null) {
      require(body == null || body.isEmpty(), place + " has no body in the contract");
      return;
    }
    String type = mediaType == null ? "none" : mediaType.split(";")[0].strip();
    JsonObject described = content.getJsonObject(type.toLowerCase(Locale.ROOT));
    require(
        described != null, place + " has media types " + content.fieldNames() + ", not " + type);
    if (type.endsWith("json")) {
      validate(place, described.getJsonObject("schema"), body);
    }
  }

  /**
   * Checks the body of a request.
   *
   * @throws AssertionError when the contract would not take it, with pointers into the body
   */
  public void checkRequest(String method, String pathTemplate, String body) {
    JsonObject request = operation(method, pathTemplate).body().getJsonObject("requestBody");
    require(request != null, method + " " + pathTemplate + " takes no body in the contract");
    JsonObject content = contract.resolve(request).getJsonObject("content");
    validate(
        method + " " + pathTemplate + " request",
        content.getJsonObject("application/json").getJsonObject("schema"),
        body);
  }

  /** Checks a value against one schema of the contract, by its name. */
  void checkSchema(String name, String value) {
    validate(name, new JsonObject().put("$ref", COMPONENTS + name), value);
  }

  private DocumentedOperation operation(String method, String path) {
    return contract.operations().stream()
        .filter(operation -> operation.method().equals(method) && operation.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(method + " " + path + " is not in the contract"));
  }

  private void validate(String place, JsonObject schema, String body) {
    Object value = Json.decodeValue(body);
    OutputUnit outcome = validators.computeIfAbsent(place, p -> validator(schema)).validate(value);
    if (!outcome.getValid()) {
      throw new AssertionError(place + ":\n" + reasons(outcome) + "\nin " + body);
    }
  }

  private Validator validator(JsonObject schema) {
    JsonObject whole = localised(schema).put("$defs", definitions.copy());
    return Validator.create(
        JsonSchema.of(whole),
        new JsonSchemaOptions()
            .setBaseUri("app://rolewise/")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(OutputFormat.Basic));
  }

  // the deepest place comes first: the ones above it only say that something below is wrong
  private static String reasons(OutputUnit outcome) {
    List<OutputUnit> errors = outcome.getErrors() == null ? List.of() : outcome.getErrors();
    return errors.stream()
        .sorted(
            Comparator.comparingInt((OutputUnit error) -> depth(error.getInstanceLocation()))
                .reversed())
        .map(error -> error.getInstanceLocation() + " " + error.getError())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static int depth(String location) {
    return (int) location.chars().filter(letter -> letter == '/').count();
  }

  private static JsonObject localised(JsonObject schemas) {
    return new JsonObject(schemas.encode().replace(COMPONENTS, DEFINITIONS));
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
