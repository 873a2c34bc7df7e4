package dev.rolewise.assessment.privacy;

import dev.rolewise.assessment.bus.LocalisedDocument;
import dev.rolewise.assessment.contract.message.LocaleRequest;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** States the privacy promise as data: the sentences, and every column of the live database. */
public final class GetPrivacyOperation {
  private final Pool pool;
  private final PromiseTexts texts;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param texts the promise in words
   */
  public GetPrivacyOperation(Pool pool, PromiseTexts texts) {
    this.pool = pool;
    this.texts = texts;
  }

  /**
   * Answers a request.
   *
   * @param message {@link LocaleRequest}; needs no right
   * @return {@code {locale, promise, limits, tables: [{name, aboutAnswers, holds, columns: [{name,
   *     type, holds}]}]}}
   */
  public Future<BusDocument> handle(JsonObject message) {
    String language = texts.language(LocaleRequest.fromJson(message).locale());
    return SchemaColumn.all(pool)
        .map(columns -> LocalisedDocument.of(document(language, columns), language));
  }

  private JsonObject document(String language, List<SchemaColumn> columns) {
    Map<String, JsonArray> byTable = new LinkedHashMap<>();
    for (SchemaColumn column : columns) {
      byTable
          .computeIfAbsent(column.table(), table -> new JsonArray())
          .add(
              new JsonObject()
                  .put("name", column.name())
                  .put("type", column.type())
                  .put("holds", texts.holds(language, column.table() + "." + column.name())));
    }
    JsonArray tables = new JsonArray();
    byTable.forEach(
        (table, described) ->
            tables.add(
                new JsonObject()
                    .put("name", table)
                    .put("aboutAnswers", SchemaColumn.ABOUT_ANSWERS.contains(table))
                    .put("holds", texts.holds(language, table))
                    .put("columns", described)));
    return new JsonObject()
        .put("locale", language)
        .put("promise", sentences(language, "promise"))
        .put("limits", sentences(language, "limits"))
        .put("tables", tables);
  }

  private JsonArray sentences(String language, String part) {
    JsonArray sentences = new JsonArray();
    texts
        .sentences(language, part)
        .forEach(
            sentence ->
                sentences.add(
                    new JsonObject()
                        .put("code", sentence.getString("code"))
                        .put("text", sentence.getString("general", sentence.getString("text")))));
    return sentences;
  }
}
