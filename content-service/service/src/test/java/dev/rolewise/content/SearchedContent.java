package dev.rolewise.content;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.ContentPublished;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.store.PackPublisher;
import dev.rolewise.content.validation.PackFixture;
import dev.rolewise.content.validation.PackLoader;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.PostgresPool;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.stream.Collectors;

/** The content service with a version of the test pack that has something to search for. */
final class SearchedContent implements AutoCloseable {
  private static final String ROLE = "roles/product-manager.json";
  private static final String PROJECT = "roles/project-manager.json";
  private static final String PROGRAMME = "roles/programme-manager.json";

  private final RunningContent running;

  /** Beside the service, whose statements are watched. */
  private final Vertx beside = Vertx.vertx();

  private final Pool pool;
  private int version = 1;

  private SearchedContent(RunningContent running, DatabaseSettings database) {
    this.running = running;
    this.pool = PostgresPool.create(beside, database);
  }

  /** On a migrated database. */
  static SearchedContent start(DatabaseSettings database) {
    RunningContent running = RunningContent.start(database);
    SearchedContent content = new SearchedContent(running, database);
    content.publish();
    return content;
  }

  private static Pack pack(int version) {
    PackFixture fixture =
        new PackFixture()
            .edit("pack.json", json -> json.put("version", version))
            .edit("texts/en/guides/roadmap.json", json -> json.put("title", "Steer an airship"))
            .edit(
                "texts/en/" + ROLE,
                json ->
                    json.put(
                        "tasks.main.text", "Has launches, a < b, decided with suppliers & sales."))
            .edit(
                "texts/nl/" + ROLE,
                json ->
                    json.put(
                        "tasks.main.text", "Heeft beslist over een lancering bij leveranciers."))
            .edit(
                "texts/en/" + PROJECT,
                json ->
                    json.put("responsibilities.result.text", "Brings the airship into harbour.")
                        .put("definition", filler() + " the needle " + filler()))
            .edit("texts/nl/" + PROJECT, json -> json.put("definition", "Zorgt voor coördinatie."))
            .edit(
                "texts/en/" + PROGRAMME,
                json ->
                    json.put("definition", "Airship, airships and once more an airship.")
                        .put(
                            "challenges.time.text",
                            "An airship is slow; behind its façade it is late."));
    return PackLoader.load(fixture.files());
  }

  private static String filler() {
    return "Words that nobody looks for stand here one after another. ".repeat(12).strip();
  }

  /** Makes a further version current, and says which. */
  int publish() {
    Pack pack = pack(++version);
    Waiting.until(new PackPublisher(pool).publish(pack));
    announce(pack);
    return version;
  }

  /** As {@link #publish}, by a program that knows nothing of searching. */
  int publishAsBefore() {
    Pack pack = pack(++version);
    Waiting.until(new PackPublisher(pool).publish(pack));
    for (String table : List.of("search_entry", "search_word", "search_index")) {
      Waiting.until(
          pool.query("DELETE FROM " + table + " WHERE pack_version = " + version).execute());
    }
    announce(pack);
    return version;
  }

  private void announce(Pack pack) {
    running
        .vertx()
        .eventBus()
        .publish(
            ContentAddress.PUBLISHED,
            new ContentPublished(pack.manifest().id(), pack.manifest().version(), pack.hash())
                .toJson());
  }

  Future<BusDocument> ask(String locale, String typed) {
    return running.ask(
        ContentAddress.SEARCH, new JsonObject().put("locale", locale).put("q", typed));
  }

  BusDocument search(String locale, String typed) {
    return Waiting.until(ask(locale, typed));
  }

  JsonObject reply(String locale, String typed) {
    return search(locale, typed).body().toJsonObject();
  }

  JsonArray items(String locale, String typed) {
    return reply(locale, typed).getJsonArray("items");
  }

  /** Kind and id of each hit, in order. */
  List<String> found(String locale, String typed) {
    return found(reply(locale, typed));
  }

  static List<String> found(BusDocument document) {
    return found(document.body().toJsonObject());
  }

  static List<String> found(JsonObject reply) {
    return reply.getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .map(item -> item.getString("kind") + "/" + item.getString("id"))
        .toList();
  }

  /** A snippet without its marks. */
  static String text(JsonArray snippet) {
    return snippet.stream()
        .map(segment -> ((JsonObject) segment).getString("text"))
        .collect(Collectors.joining());
  }

  boolean hasTrigrams() {
    return number("SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'") == 1;
  }

  long number(String sql) {
    return Waiting.until(pool.query(sql).execute()).iterator().next().getLong(0);
  }

  @Override
  public void close() {
    Waiting.until(beside.close());
    running.close();
  }
}
