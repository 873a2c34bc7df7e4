package dev.rolewise.content;

import dev.rolewise.content.editor.EditorRight;
import dev.rolewise.content.validation.LinkHosts;
import dev.rolewise.runtime.config.SettingsReader;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import java.time.Duration;
import java.util.List;

/**
 * What can be set.
 *
 * @param database where packs are stored
 * @param pack the pack to serve; one of that name on the class path is published when it is newer
 *     than what the database has, one of somebody's own has to be published there
 * @param cacheBytes most bytes of finished replies kept in memory
 * @param refresh how often to look whether another process has published, in case the hint was lost
 * @param patience how long the start waits for the database; after that the service is there
 *     without content, not ready, and goes on trying
 * @param editors who may edit content
 * @param links where links of an imported pack may lead
 */
public record ContentSettings(
    DatabaseSettings database,
    String pack,
    int cacheBytes,
    Duration refresh,
    Duration patience,
    EditorRight editors,
    LinkHosts links) {
  /** The database schema. */
  public static final String SCHEMA = "content";

  private static final int MEBIBYTE = 1024 * 1024;

  /** Reads {@code database.*} and {@code content.*}. */
  public static ContentSettings read(SettingsReader reader) {
    return new ContentSettings(
        DatabaseSettings.read(reader, SCHEMA),
        reader.text("content.pack", "rolewise-core"),
        reader.whole("content.cache-mebibytes", 16, 1, 1024) * MEBIBYTE,
        reader.duration(
            "content.refresh", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofHours(1)),
        reader.duration(
            "content.start-patience",
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5)),
        new EditorRight(
            matching(
                reader,
                "content.editor-token-hashes",
                EditorRight.HASH,
                "must list SHA-256 hashes of tokens, 64 hexadecimal digits each, in lower case")),
        LinkHosts.with(
            matching(
                reader,
                "content.link-hosts",
                LinkHosts.HOST,
                "must list hosts such as intranet.example, in lower case")));
  }

  private static List<String> matching(
      SettingsReader reader, String key, String regex, String fault) {
    List<String> values = reader.list(key, List.of());
    if (values.stream().allMatch(value -> value.matches(regex))) {
      return values;
    }
    reader.fault(key, fault);
    return List.of();
  }
}
