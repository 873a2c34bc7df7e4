package dev.rolewise.content;

import dev.rolewise.runtime.config.SettingsReader;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import java.time.Duration;

/**
 * What can be set.
 *
 * @param database where packs are stored
 * @param pack the pack to serve; the one of that name on the class path is published when it is
 *     newer than what the database has
 * @param cacheBytes most bytes of finished replies kept in memory
 * @param refresh how often to look whether another process has published, in case the hint was lost
 * @param patience how long the start waits for the database; after that the service is there
 *     without content, not ready, and goes on trying
 */
public record ContentSettings(
    DatabaseSettings database, String pack, int cacheBytes, Duration refresh, Duration patience) {
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
            Duration.ofMinutes(5)));
  }
}
