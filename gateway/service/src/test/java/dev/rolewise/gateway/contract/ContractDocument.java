package dev.rolewise.gateway.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The public contract as it is packed with the gateway. */
final class ContractDocument {
  private static final String RESOURCE = "/openapi/rolewise.yaml";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonObject root;

  private ContractDocument(JsonObject root) {
    this.root = root;
  }

  static ContractDocument load() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (InputStream in = ContractDocument.class.getResourceAsStream(RESOURCE)) {
      return new ContractDocument(
          new JsonObject(new Yaml(new SafeConstructor(options)).<Map<String, Object>>load(in)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  JsonObject root() {
    return root;
  }

  /** Every operation of the document. */
  List<DocumentedOperation> operations() {
    List<DocumentedOperation> operations = new ArrayList<>();
    JsonObject paths = root.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      JsonObject item = paths.getJsonObject(path);
      item.fieldNames().stream()
          .filter(METHODS::contains)
          .forEach(
              method ->
                  operations.add(
                      new DocumentedOperation(
                          method.toUpperCase(Locale.ROOT), path, item.getJsonObject(method))));
    }
    return operations;
  }

  /** The object itself, or what its reference leads to. */
  JsonObject resolve(JsonObject object) {
    JsonObject found = object;
    while (found.getString("$ref") != null) {
      String reference = found.getString("$ref");
      if (!(find(reference) instanceof JsonObject target)) {
        throw new AssertionError(reference + " leads nowhere");
      }
      found = target;
    }
    return found;
  }

  /** What a local reference leads to, or null. */
  Object find(String reference) {
    return reference.startsWith("#/")
        ? JsonPointer.from(reference.substring(1)).queryJson(root)
        : null;
  }

  /** Every reference in the document. */
  List<String> references() {
    return references(root).toList();
  }

  private static Stream<String> references(Object part) {
    if (part instanceof JsonObject object) {
      return object.fieldNames().stream()
          .flatMap(
              field ->
                  field.equals("$ref")
                      ? Stream.of(object.getString(field))
                      : references(object.getValue(field)));
    }
    return part instanceof JsonArray array
        ? Stream.iterate(0, i -> i < array.size(), i -> i + 1)
            .flatMap(i -> references(array.getValue(i)))
        : Stream.empty();
  }

  /**
   * One operation of the document.
   *
   * @param method in capitals
   * @param path below the server's address
   * @param body what the document says
   */
  record DocumentedOperation(String method, String path, JsonObject body) {
    String id() {
      return body.getString("operationId");
    }

    JsonObject responses() {
      return body.getJsonObject("responses");
    }
  }
}
