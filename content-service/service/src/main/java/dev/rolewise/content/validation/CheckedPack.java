package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.pack.Pack;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A pack and those of its documents that rules may look into.
 *
 * @param pack everything that was read
 * @param wellShaped the documents that have the fields and types of their kind
 */
record CheckedPack(Pack pack, List<Document> wellShaped) {
  /** The well-shaped documents of one kind. */
  List<Document> documents(DocumentKind kind) {
    return wellShaped.stream().filter(document -> document.kind() == kind).toList();
  }

  /**
   * The ids of all documents of one kind: one with faults of its own is still there to refer to.
   */
  Set<String> ids(DocumentKind kind) {
    Set<String> ids = new HashSet<>();
    pack.documents(kind).forEach(document -> ids.add(document.id()));
    return ids;
  }

  /**
   * True when an instrument cannot be looked into, so that nothing is said about references to it.
   */
  boolean hasUnreadableInstrument() {
    return documents(DocumentKind.INSTRUMENT).size()
        < pack.documents(DocumentKind.INSTRUMENT).size();
  }

  /** The ids of the areas of all instruments. */
  Set<String> areas() {
    return instrumentValues("areas", "id");
  }

  /** The roles that instruments score. */
  Set<String> scoredRoles() {
    return instrumentValues("sides", "role");
  }

  private Set<String> instrumentValues(String list, String field) {
    Set<String> values = new HashSet<>();
    for (Document instrument : documents(DocumentKind.INSTRUMENT)) {
      for (JsonObject element : JsonItems.objects(instrument.structure(), list)) {
        values.add(element.getString(field));
      }
    }
    return values;
  }
}
