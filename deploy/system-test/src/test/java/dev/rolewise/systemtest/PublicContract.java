package dev.rolewise.systemtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The operations that a running suite says it has, each with an example of how to ask for it. */
record PublicContract(List<Operation> operations) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /**
   * One operation.
   *
   * @param rights names of the security schemes of which one will do; empty when anybody may
   * @param query what has to be in the address, from the examples of the contract
   * @param headers what has to be in the head, likewise
   * @param body an example that the contract gives, or null when there is none
   * @param parameters names of all parameters in the address, behind the question mark
   * @param schema of the body without references, or null when there is none
   */
  record Operation(
      String id,
      String method,
      String path,
      Set<String> rights,
      String query,
      Map<String, String> headers,
      String body,
      Set<String> parameters,
      JsonObject schema) {}

  static PublicContract of(Api api) {
    return of(api.get("/api/v1/openapi.yaml").expect(200).body());
  }

  static PublicContract of(String yaml) {
    Map<String, Object> loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    // through text once, so that every map has become a JSON object
    JsonObject document = new JsonObject(new JsonObject(loaded).encode());
    List<Operation> operations = new ArrayList<>();
    JsonObject paths = document.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      JsonObject item = paths.getJsonObject(path);
      for (String method : item.fieldNames()) {
        if (METHODS.contains(method)) {
          operations.add(operation(document, path, method, item));
        }
      }
    }
    return new PublicContract(List.copyOf(operations));
  }

  private static Operation operation(
      JsonObject document, String path, String method, JsonObject item) {
    JsonObject described = item.getJsonObject(method);
    JsonArray parameters = new JsonArray();
    parameters.addAll(item.getJsonArray("parameters", new JsonArray()));
    parameters.addAll(described.getJsonArray("parameters", new JsonArray()));
    List<JsonObject> required =
        parameters.stream()
            .map(parameter -> resolve(document, (JsonObject) parameter))
            .filter(parameter -> parameter.getBoolean("required", false))
            .toList();
    return new Operation(
        described.getString("operationId"),
        method.toUpperCase(Locale.ROOT),
        path,
        rights(described),
        required.stream()
            .filter(parameter -> "query".equals(parameter.getString("in")))
            .map(parameter -> parameter.getString("name") + "=" + example(parameter))
            .collect(Collectors.joining("&")),
        required.stream()
            .filter(parameter -> "header".equals(parameter.getString("in")))
            .collect(
                Collectors.toMap(
                    parameter -> parameter.getString("name"), PublicContract::example)),
        body(document, described),
        all(document, parameters),
        schema(document, described));
  }

  private static Set<String> all(JsonObject document, JsonArray parameters) {
    return parameters.stream()
        .map(parameter -> resolve(document, (JsonObject) parameter))
        .filter(parameter -> "query".equals(parameter.getString("in")))
        .map(parameter -> parameter.getString("name"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonObject schema(JsonObject document, JsonObject described) {
    return takesJson(document, described)
        ? (JsonObject) inlined(document, content(document, described).getJsonObject("schema"))
        : null;
  }

  /** With everything in the place where a reference to it stood. */
  private static Object inlined(JsonObject document, Object node) {
    if (node instanceof JsonArray list) {
      JsonArray all = new JsonArray();
      list.forEach(one -> all.add(inlined(document, one)));
      return all;
    }
    if (node instanceof JsonObject object) {
      JsonObject all = new JsonObject();
      resolve(document, object)
          .forEach(field -> all.put(field.getKey(), inlined(document, field.getValue())));
      return all;
    }
    return node;
  }

  /** An archive is nothing that could be told by an example. */
  private static boolean takesJson(JsonObject document, JsonObject described) {
    return described.containsKey("requestBody") && content(document, described) != null;
  }

  private static JsonObject content(JsonObject document, JsonObject described) {
    return resolve(document, described.getJsonObject("requestBody"))
        .getJsonObject("content")
        .getJsonObject("application/json");
  }

  private static Set<String> rights(JsonObject described) {
    return described.getJsonArray("security", new JsonArray()).stream()
        .flatMap(scheme -> ((JsonObject) scheme).fieldNames().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String example(JsonObject parameter) {
    Object example = parameter.getValue("example");
    if (example instanceof JsonArray list) {
      return list.stream().map(Object::toString).collect(Collectors.joining(","));
    }
    return String.valueOf(example);
  }

  private static String body(JsonObject document, JsonObject described) {
    if (!takesJson(document, described)) {
      return null;
    }
    JsonObject json = content(document, described);
    Object example = json.getValue("example");
    JsonObject examples = json.getJsonObject("examples");
    if (example == null && examples != null) {
      String first = examples.fieldNames().iterator().next();
      example = resolve(document, examples.getJsonObject(first)).getValue("value");
    }
    return example == null ? "{}" : ((JsonObject) example).encode();
  }

  private static JsonObject resolve(JsonObject document, JsonObject described) {
    String reference = described.getString("$ref");
    if (reference == null) {
      return described;
    }
    JsonObject found = document;
    for (String step : reference.substring(2).split("/")) {
      found = found.getJsonObject(step);
    }
    return found;
  }
}
