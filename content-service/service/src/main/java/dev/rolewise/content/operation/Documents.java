package dev.rolewise.content.operation;

import dev.rolewise.content.library.Library;
import dev.rolewise.content.library.Replies;
import dev.rolewise.content.library.ReplyCache;
import dev.rolewise.content.library.ReplyKey;
import dev.rolewise.content.library.Translation;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.store.CurrentPack;
import dev.rolewise.content.store.StoredDocument;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Replies made of documents of the current pack, each made once and then served from memory.
 *
 * @param library where documents come from
 * @param cache where finished replies stay
 */
public record Documents(Library library, ReplyCache cache) {
  /** One document as it is. */
  Future<BusDocument> one(String address, DocumentKind kind, String locale, String id) {
    return one(address, kind, locale, id, UnaryOperator.identity());
  }

  /**
   * One document with something done to it.
   *
   * @param finish the same for the same document, always
   */
  Future<BusDocument> one(
      String address,
      DocumentKind kind,
      String locale,
      String id,
      UnaryOperator<JsonObject> finish) {
    return library
        .current()
        .compose(
            pack ->
                pack.hash(kind, id)
                    .map(
                        hash -> {
                          String language = pack.language(locale);
                          return cache.get(
                              new ReplyKey(address, id, hash, language),
                              () ->
                                  library.document(
                                      kind,
                                      id,
                                      hash,
                                      stored -> translated(stored, pack, language, finish)));
                        })
                    .orElseGet(() -> Future.failedFuture(BusFailure.notFound())));
  }

  /** A list of all documents of one kind, of each the given fields. */
  Future<BusDocument> list(String address, DocumentKind kind, String locale, List<String> fields) {
    return whole(
        address,
        "",
        locale,
        (pack, language) ->
            library
                .documents(pack, kind)
                .map(
                    all -> {
                      JsonArray items = new JsonArray();
                      for (StoredDocument stored : all) {
                        items.add(excerpt(stored, pack, language, fields));
                      }
                      return new JsonObject().put("items", items);
                    }));
  }

  /** A reply that depends on the pack as a whole. */
  Future<BusDocument> whole(String address, String subject, String locale, Maker maker) {
    return library
        .current()
        .compose(
            pack -> {
              String language = pack.language(locale);
              return cache.get(
                  new ReplyKey(address, subject, pack.hash(), language),
                  () -> maker.make(pack, language).map(reply -> Replies.in(language, reply)));
            });
  }

  /** The given fields of a document; {@code hash} is its content hash. */
  static JsonObject excerpt(
      StoredDocument stored, CurrentPack pack, String language, List<String> fields) {
    JsonObject document =
        Translation.of(stored, language, pack.manifest().defaultLanguage()).document();
    JsonObject excerpt = new JsonObject();
    for (String field : fields) {
      excerpt.put(field, field.equals("hash") ? stored.hash() : document.getValue(field));
    }
    return excerpt;
  }

  private static BusDocument translated(
      StoredDocument stored, CurrentPack pack, String language, UnaryOperator<JsonObject> finish) {
    Translation translation = Translation.of(stored, language, pack.manifest().defaultLanguage());
    return Replies.in(translation.language(), finish.apply(translation.document()));
  }

  /** Makes a reply out of the current pack. */
  @FunctionalInterface
  interface Maker {
    /** The reply in that language. */
    Future<JsonObject> make(CurrentPack pack, String language);
  }
}
