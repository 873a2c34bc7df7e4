package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.postgres.EmbeddedPostgres.Durability;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The running server of a cluster. */
final class PostgresServer {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int ATTEMPTS = 5;
  private static final long LARGEST_LOG = 5L * 1024 * 1024;

  private final Path cluster;
  private final PostgresBinaries binaries;
  private final PostgresAccount account;
  private final Durability durability;
  private final int port;

  private PostgresServer(
      Path cluster,
      PostgresBinaries binaries,
      PostgresAccount account,
      Durability durability,
      int port) {
    this.cluster = cluster;
    this.binaries = binaries;
    this.account = account;
    this.durability = durability;
    this.port = port;
  }

  static PostgresServer start(
      Path cluster, PostgresBinaries binaries, PostgresAccount account, Durability durability) {
    try {
      endPredecessor(cluster, binaries, account);
      rotateLog(cluster);
      String output = "";
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        PostgresServer server =
            new PostgresServer(cluster, binaries, account, durability, freePort());
        SystemCommand.Outcome outcome = server.launch();
        if (outcome.succeeded()) {
          return server;
        }
        output = reason(cluster).orElse(Cluster.lastLine(outcome.output()));
        if (!output.contains("Address already in use")
            && !output.contains("could not create any TCP/IP")) {
          break;
        }
      }
      throw new StartFault(
          "PostgreSQL did not start: " + output + " (more in " + log(cluster) + ").");
    } catch (IOException failed) {
      throw StartFault.because("PostgreSQL did not start", failed);
    }
  }

  /** pg_ctl gives the server a session of its own: Ctrl-C must reach us first, not the database. */
  private SystemCommand.Outcome launch() {
    return account.run(
        PATIENCE,
        List.of(
            binaries.program("pg_ctl"),
            "start",
            "--wait",
            "--silent",
            "--timeout=60",
            "--pgdata=" + cluster,
            "--log=" + log(cluster),
            "--options=" + options(port, durability)));
  }

  int port() {
    return port;
  }

  /** As a crash would: nothing is written any more, every connection breaks. */
  void stopAtOnce() {
    SystemCommand.Outcome outcome = control(cluster, binaries, account, "immediate");
    if (!outcome.succeeded()) {
      throw new StartFault("PostgreSQL did not stop: " + Cluster.lastLine(outcome.output()));
    }
  }

  /** On the port it had. */
  void startAgain() {
    SystemCommand.Outcome outcome = launch();
    if (!outcome.succeeded()) {
      throw new StartFault("PostgreSQL did not start again: " + Cluster.lastLine(outcome.output()));
    }
  }

  void stop() {
    SystemCommand.Outcome outcome = control(cluster, binaries, account, "fast");
    if (!outcome.succeeded() && runs(cluster)) {
      control(cluster, binaries, account, "immediate");
    }
  }

  private static SystemCommand.Outcome control(
      Path cluster, PostgresBinaries binaries, PostgresAccount account, String mode) {
    return account.run(
        PATIENCE,
        List.of(
            binaries.program("pg_ctl"),
            "stop",
            "--wait",
            "--silent",
            "--timeout=30",
            "--mode=" + mode,
            "--pgdata=" + cluster));
  }

  /** Whoever holds the folder's lock may end a server that a killed suite left behind. */
  private static void endPredecessor(
      Path cluster, PostgresBinaries binaries, PostgresAccount account) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    if (runs(cluster)) {
      control(cluster, binaries, account, "fast");
      if (runs(cluster)) {
        control(cluster, binaries, account, "immediate");
      }
    }
    // the number in it may meanwhile belong to any other process, which PostgreSQL would wait for
    Files.deleteIfExists(pidFile);
  }

  /** Whether the process that the cluster names is alive and really is its server. */
  private static boolean runs(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      Optional<ProcessHandle> process =
          lines.isEmpty()
              ? Optional.empty()
              : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
      return process
          .filter(ProcessHandle::isAlive)
          .flatMap(handle -> handle.info().command())
          .filter(command -> command.endsWith("/postgres"))
          .isPresent();
    } catch (IOException | NumberFormatException gone) {
      return false;
    }
  }

  /** The port of the server that runs on a cluster, once it lets clients in. */
  static OptionalInt portOf(Path cluster) {
    try {
      // its process file: process, folder, start, port, socket folder, address, memory, state
      List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      return runs(cluster) && lines.size() > 7 && lines.get(7).strip().equals("ready")
          ? OptionalInt.of(Integer.parseInt(lines.get(3).strip()))
          : OptionalInt.empty();
    } catch (IOException | NumberFormatException gone) {
      return OptionalInt.empty();
    }
  }

  private static String options(int port, Durability durability) {
    String options =
        "-p "
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
            + " -c timezone=UTC -c log_timezone=UTC -c log_min_error_statement=panic"
            + " -c log_connections=off -c max_wal_size=256MB";
    return durability == Durability.FULL
        ? options
        : options + " -c fsync=off -c full_page_writes=off";
  }

  private static Path log(Path cluster) {
    return cluster.resolve("server.log");
  }

  private static void rotateLog(Path cluster) throws IOException {
    Path log = log(cluster);
    if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
      Files.move(log, cluster.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The last fatal line of the server's own log. */
  private static Optional<String> reason(Path cluster) throws IOException {
    if (!Files.exists(log(cluster))) {
      return Optional.empty();
    }
    return Files.readAllLines(log(cluster)).stream()
        .filter(line -> line.contains("FATAL:"))
        .reduce((first, second) -> second)
        .map(line -> line.substring(line.indexOf("FATAL:") + 6).strip());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
