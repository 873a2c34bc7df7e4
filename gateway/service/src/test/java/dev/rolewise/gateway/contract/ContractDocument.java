package dev.rolewise.gateway.contract;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.JsonSchema;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The public contract as an oracle. The validator knows neither relative server addresses nor
 * problem, YAML and event-stream documents, so it gets a copy in which these have names it knows;
 * the true names are compared here.
 */
public final class ContractDocument {
  private static final String PROBLEM = "application/problem+json";
  private static final Set<String> JSON = Set.of("application/json", PROBLEM);
  private static final Map<String, String> STAND_INS =
      Map.of(
          PROBLEM,
          "application/json",
          "application/yaml",
          "text/plain",
          "application/zip",
          "text/plain",
          "text/markdown",
          "text/plain",
          "text/csv",
          "text/plain",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "text/plain",
          "application/pdf",
          "text/plain",
          "text/event-stream",
          "text/plain");

  private final JsonObject document;
  private final OpenAPIContract contract;
  private final ResponseValidator validator;

  private ContractDocument(JsonObject document, OpenAPIContract contract, Vertx vertx) {
    this.document = document;
    this.contract = contract;
    this.validator = ResponseValidator.create(vertx, contract);
  }

  /** Loads the document; fails when it is no valid OpenAPI 3.1. */
  public static Future<ContractDocument> load(Vertx vertx) {
    JsonObject document = read();
    JsonObject known = (JsonObject) rename(document);
    known.put(
        "servers", new JsonArray().add(new JsonObject().put("url", "http://localhost/api/v1")));
    return OpenAPIContract.from(vertx, known)
        .map(contract -> new ContractDocument(document, contract, vertx));
  }

  /** The document as it is served. */
  public JsonObject json() {
    return document;
  }

  /** Every operation as {@code operationId METHOD path}. */
  public Set<String> operations() {
    return contract.operations().stream()
        .map(it -> line(it.getOperationId(), it.getHttpMethod(), it.getOpenAPIPath()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The ids of the operations that describe a body. */
  public Set<String> operationsWithBody() {
    return contract.operations().stream()
        .filter(it -> it.getRequestBody() != null)
        .map(Operation::getOperationId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every status from 400 on that some operation answers with, and whether it has that header. */
  public Map<Integer, Boolean> problemsWith(String header) {
    JsonObject responses = document.getJsonObject("components").getJsonObject("responses");
    Map<Integer, Boolean> problems = new TreeMap<>();
    for (Operation operation : contract.operations()) {
      JsonObject answers =
          document
              .getJsonObject("paths")
              .getJsonObject(operation.getOpenAPIPath())
              .getJsonObject(operation.getHttpMethod().name().toLowerCase(Locale.ROOT))
              .getJsonObject("responses");
      for (String status : answers.fieldNames()) {
        String name = answers.getJsonObject(status).getString("$ref", "").replaceAll(".*/", "");
        if (status.matches("[45][0-9]{2}") && responses.containsKey(name)) {
          JsonObject headers = responses.getJsonObject(name).getJsonObject("headers");
          problems.merge(
              Integer.parseInt(status),
              headers != null && headers.containsKey(header),
              Boolean::logicalOr);
        }
      }
    }
    return problems;
  }

  /** How {@link #operations} writes one. */
  public static String line(String id, HttpMethod method, String path) {
    return id + " " + method + " " + path;
  }

  /** The operations that need a token, with the rights that will do; those on a session aside. */
  public Map<Operation, List<String>> protectedOperations() {
    Map<Operation, List<String>> rights =
        new TreeMap<>((a, b) -> a.getOperationId().compareTo(b.getOperationId()));
    for (Operation operation : contract.operations()) {
      JsonArray security = operation.getOpenAPIModel().getJsonArray("security", new JsonArray());
      List<String> names =
          security.stream()
              .map(it -> ((JsonObject) it).fieldNames())
              .filter(needed -> !needed.contains("session"))
              .flatMap(Set::stream)
              .toList();
      if (!names.isEmpty()) {
        rights.put(operation, names);
      }
    }
    return rights;
  }

  /** Fails unless the contract describes this answer of this operation. */
  public Future<Void> check(String operationId, HttpAnswer answer) {
    Operation operation = contract.operation(operationId);
    if (operation == null) {
      return Future.failedFuture(new AssertionError("no operation " + operationId));
    }
    String type = answer.header("content-type");
    String plain = type == null ? null : type.split(";")[0].strip();
    Set<String> described = mediaTypes(operation, answer.status());
    if (!described.equals(plain == null ? Set.of() : Set.of(plain))) {
      return Future.failedFuture(
          new AssertionError(
              operationId + " " + answer.status() + ": " + plain + " is not of " + described));
    }
    if (plain != null && !JSON.contains(plain)) {
      return Future.succeededFuture();
    }
    Map<String, String> headers = new TreeMap<>();
    answer.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
    ValidatableResponse response =
        plain == null
            ? ValidatableResponse.create(answer.status(), headers)
            : ValidatableResponse.create(
                answer.status(), headers, Buffer.buffer(answer.text()), "application/json");
    return validator
        .validate(response, operationId)
        .<Void>mapEmpty()
        .recover(
            failure ->
                Future.failedFuture(
                    new AssertionError(
                        operationId + " " + answer.status() + ": " + answer.text(),
                        failure.getCause() == null ? failure : failure.getCause())));
  }

  private Set<String> mediaTypes(Operation operation, int status) {
    JsonObject responses =
        document
            .getJsonObject("paths")
            .getJsonObject(operation.getOpenAPIPath())
            .getJsonObject(operation.getHttpMethod().name().toLowerCase(Locale.ROOT))
            .getJsonObject("responses");
    JsonObject response =
        responses.getJsonObject(
            responses.containsKey(String.valueOf(status)) ? String.valueOf(status) : "default");
    String reference = response.getString("$ref");
    JsonObject described =
        reference == null
            ? response
            : document
                .getJsonObject("components")
                .getJsonObject("responses")
                .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    return described.getJsonObject("content", new JsonObject()).fieldNames();
  }

  /** Whether the contract takes this body for this operation. */
  public boolean takes(String operationId, Object body) {
    JsonSchema schema =
        contract
            .operation(operationId)
            .getRequestBody()
            .getContent()
            .get("application/json")
            .getSchema();
    return contract.getSchemaRepository().validator(schema).validate(body).getValid();
  }

  private static Object rename(Object value) {
    if (value instanceof JsonObject object) {
      JsonObject renamed = new JsonObject();
      for (String name : object.fieldNames()) {
        renamed.put(STAND_INS.getOrDefault(name, name), rename(object.getValue(name)));
      }
      return renamed;
    }
    if (value instanceof JsonArray array) {
      JsonArray renamed = new JsonArray();
      array.forEach(entry -> renamed.add(rename(entry)));
      return renamed;
    }
    return value;
  }

  private static JsonObject read() {
    try (InputStream in = ContractDocument.class.getResourceAsStream("/openapi/rolewise.yaml")) {
      Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      // through text once, so that every map has become a JSON object
      return new JsonObject(new JsonObject(yaml).encode());
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
