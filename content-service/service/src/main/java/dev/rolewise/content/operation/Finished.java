package dev.rolewise.content.operation;

import dev.rolewise.content.library.Library;
import dev.rolewise.content.library.Translation;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.store.CurrentPack;
import dev.rolewise.content.store.StoredDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Documents of one version of a pack in one language, for answers that are drawn from several.
 *
 * @param roles in the order to show them
 */
record Finished(List<JsonObject> instruments, List<JsonObject> roles) {
  static Future<Finished> of(Library library, CurrentPack pack, String language) {
    return library
        .documents(pack, DocumentKind.INSTRUMENT)
        .compose(
            instruments ->
                library
                    .documents(pack, DocumentKind.ROLE)
                    .map(
                        roles ->
                            new Finished(
                                finished(instruments, pack, language),
                                finished(ListRoles.ordered(roles, instruments), pack, language))));
  }

  static List<JsonObject> finished(List<StoredDocument> stored, CurrentPack pack, String language) {
    String otherwise = pack.manifest().defaultLanguage();
    return stored.stream()
        .map(document -> Translation.of(document, language, otherwise).document())
        .toList();
  }
}
