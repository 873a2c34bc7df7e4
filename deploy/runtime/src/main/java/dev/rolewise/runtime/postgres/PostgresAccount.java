package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.fault.StartFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * On whose behalf PostgreSQL runs, which refuses to run as root: as the current user; as root
 * inside a user namespace of its own ({@code unshare}); or, where that is blocked, as the account
 * {@code nobody}.
 *
 * @param prefix put before every command
 * @param owner numeric user and group that must own the data, empty for the current user
 * @param notice what the person at the keyboard should know about it
 */
record PostgresAccount(List<String> prefix, Optional<String> owner, Optional<String> notice) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** User and group of an account without rights, the same numbers on every Linux. */
  static final String NOBODY = "65534:65534";

  PostgresAccount {
    prefix = List.copyOf(prefix);
  }

  /** Finds out what this machine allows. */
  static PostgresAccount find() {
    if (!isRoot()) {
      return new PostgresAccount(List.of(), Optional.empty(), Optional.empty());
    }
    if (works(List.of("unshare", "-U"))) {
      return new PostgresAccount(List.of("unshare", "-U"), Optional.of("0:0"), Optional.empty());
    }
    return unprivileged();
  }

  /** Runs one of PostgreSQL's programs. */
  SystemCommand.Outcome run(Duration patience, List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return SystemCommand.run(whole, patience);
  }

  /** Hands a folder with everything in it to the owner. */
  void own(Path folder) {
    owner.ifPresent(
        who -> {
          SystemCommand.Outcome outcome =
              SystemCommand.run(
                  List.of("chown", "-R", who, folder.toString()), Duration.ofMinutes(1));
          if (!outcome.succeeded()) {
            throw new StartFault(
                "The owner of " + folder + " could not be changed: " + outcome.output());
          }
        });
  }

  /** Fails plainly when the account cannot get at a folder because one above it is closed. */
  void checkReach(Path folder) {
    if (!run(PATIENCE, List.of("test", "-x", folder.toString())).succeeded()) {
      throw new StartFault(
          "PostgreSQL runs as an unprivileged account, which cannot enter "
              + folder
              + ": a folder above it is closed to others. Choose another one with --data, such as"
              + " /var/lib/rolewise.");
    }
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"))
        && Files.isDirectory(Path.of("/proc/self"));
  }

  private static PostgresAccount unprivileged() {
    List<List<String>> ways =
        List.of(
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"),
            List.of("runuser", "-u", "nobody", "--"),
            // su takes one string; "$0" and "$@" carry the command through it unharmed
            List.of("su", "-s", "/bin/sh", "nobody", "-c", "exec \"$0\" \"$@\"", "--"));
    for (List<String> way : ways) {
      if (works(way)) {
        return new PostgresAccount(
            way,
            Optional.of(NOBODY),
            Optional.of(
                "PostgreSQL does not run as root and this machine blocks unshare: it runs as the"
                    + " unprivileged account nobody instead."));
      }
    }
    throw new StartFault(
        "PostgreSQL does not run as root, and neither unshare, setpriv, runuser nor su works here:"
            + " start Rolewise as an ordinary user.");
  }

  private static boolean works(List<String> prefix) {
    List<String> probe = new ArrayList<>(prefix);
    probe.add("true");
    return SystemCommand.run(probe, PATIENCE).succeeded();
  }
}
