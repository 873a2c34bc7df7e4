package dev.rolewise.local.backup;

import dev.rolewise.local.backup.BackupHeader.Contents;
import dev.rolewise.local.backup.BackupHeader.Migration;
import dev.rolewise.local.backup.BackupHeader.Schema;
import dev.rolewise.runtime.json.CanonicalJson;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The header as JSON. Its own hash stands in it, so that a slip of the disk is seen here too. */
final class HeaderJson {

  static final String FORMAT = "rolewise-backup";

  /** Grows when an older program could not read what is written. */
  static final int FORMAT_VERSION = 1;

  private static final String HASH = "hash";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Pattern SCRIPT =
      Pattern.compile("V[0-9]+([._][0-9]+)*__[A-Za-z0-9_]+\\.sql");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private HeaderJson() {}

  static JsonObject write(BackupHeader header) {
    JsonArray schemas = new JsonArray();
    header.schemas().forEach(schema -> schemas.add(write(schema)));
    JsonObject json =
        new JsonObject()
            .put("format", FORMAT)
            .put("formatVersion", FORMAT_VERSION)
            .put("product", header.product())
            .put("made", header.made().toString())
            .put("schemas", schemas);
    return json.put(HASH, CanonicalJson.sha256(json));
  }

  private static JsonObject write(Schema schema) {
    JsonArray migrations = new JsonArray();
    for (Migration it : schema.migrations()) {
      migrations.add(new JsonObject().put("script", it.script()).put("checksum", it.checksum()));
    }
    JsonArray tables = new JsonArray();
    for (Contents it : schema.tables()) {
      tables.add(
          new JsonObject()
              .put("table", it.table())
              .put("columns", new JsonArray(it.columns()))
              .put("rows", it.rows())
              .put("bytes", it.bytes())
              .put("sha256", it.sha256()));
    }
    return new JsonObject()
        .put("name", schema.name())
        .put("version", schema.version())
        .put("migrations", migrations)
        .put("tables", tables);
  }

  /** Whether the hash in it is that of the rest. */
  static boolean hashBelongs(JsonObject json) {
    JsonObject rest = json.copy();
    Object stated = rest.remove(HASH);
    return CanonicalJson.sha256(rest).equals(stated);
  }

  /**
   * @throws IllegalArgumentException when it is not a header of this format
   */
  static BackupHeader read(JsonObject json) {
    try {
      return new BackupHeader(
          json.getString("product"),
          LocalDate.parse(json.getString("made")),
          all(json.getJsonArray("schemas"), HeaderJson::schema));
    } catch (ClassCastException | NullPointerException | DateTimeException unlike) {
      throw new IllegalArgumentException("not a header", unlike);
    }
  }

  private static Schema schema(JsonObject json) {
    List<Migration> migrations = all(json.getJsonArray("migrations"), HeaderJson::migration);
    if (migrations.isEmpty()) {
      throw new IllegalArgumentException("a schema without a version");
    }
    return new Schema(
        matching(NAME, json.getString("name")),
        migrations,
        all(json.getJsonArray("tables"), HeaderJson::contents));
  }

  private static Migration migration(JsonObject json) {
    return new Migration(matching(SCRIPT, json.getString("script")), json.getInteger("checksum"));
  }

  private static Contents contents(JsonObject json) {
    return new Contents(
        matching(NAME, json.getString("table")),
        json.getJsonArray("columns").stream().map(it -> matching(NAME, (String) it)).toList(),
        json.getLong("rows"),
        json.getLong("bytes"),
        matching(SHA_256, json.getString("sha256")));
  }

  private static <T> List<T> all(JsonArray array, Function<JsonObject, T> reader) {
    return array.stream().map(it -> reader.apply((JsonObject) it)).toList();
  }

  private static String matching(Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("an odd name");
    }
    return text;
  }
}
