package dev.rolewise.local;

import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Which folder everything is kept in. */
final class DataHome {

  /**
   * For root on a machine where PostgreSQL runs as another account, which cannot enter root's home.
   */
  private static final Path SYSTEM = Path.of("/var/lib/rolewise");

  private DataHome() {}

  /** The folder that was asked for, else the user's own. */
  static Path choose(Optional<Path> wish) {
    return wish.orElseGet(
        () -> {
          Path own = own(System.getenv(), System.getProperty("user.home"));
          return !Files.exists(own) && EmbeddedPostgres.runsAsAnotherAccount() ? SYSTEM : own;
        });
  }

  static Path own(Map<String, String> environment, String home) {
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    // the standard asks to ignore a relative path
    return data.startsWith("/")
        ? Path.of(data, "rolewise")
        : Path.of(home, ".local", "share", "rolewise");
  }
}
