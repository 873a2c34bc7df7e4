package dev.rolewise.gateway.page;

import dev.rolewise.content.contract.CatalogueRequest;
import dev.rolewise.content.contract.DocumentRequest;
import dev.rolewise.gateway.content.DocumentAsk;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to see.
 *
 * @param words of the language in its address
 * @param path the parts of the address that stand for something, by name
 * @param query what follows the question mark
 */
record PageRequest(PageWords words, Map<String, String> path, MultiMap query) {

  /** The part of the address that names a document. */
  String id() {
    return path.get("id");
  }

  /** The first value given under that name. */
  Optional<String> asked(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * All that was given under that name, whether each by itself, as forms send it, or with commas in
   * between, as links have it.
   */
  List<String> askedAll(String name) {
    return query.getAll(name).stream()
        .flatMap(value -> List.of(value.split(",")).stream())
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  DocumentAsk catalogue(String address) {
    return new DocumentAsk(address, new CatalogueRequest(words.language()).toJson());
  }

  DocumentAsk document(String address) {
    return new DocumentAsk(address, new DocumentRequest(words.language(), id()).toJson());
  }
}
