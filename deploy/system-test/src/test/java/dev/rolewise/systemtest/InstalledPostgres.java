package dev.rolewise.systemtest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL server out of the machine's own packages, in a folder of its own: the one that the
 * installed pg_dump fits.
 */
final class InstalledPostgres implements AutoCloseable {

  static final String ADMINISTRATOR_PASSWORD = "only-for-this-test";

  private static final int OLDEST = 15;
  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

  /** Where its programs are, or why there are none. */
  record Found(Optional<Path> programs, String reason) {}

  private final Path programs;
  private final Path cluster;
  private final int port;

  private InstalledPostgres(Path programs, Path cluster, int port) {
    this.programs = programs;
    this.cluster = cluster;
    this.port = port;
  }

  /** Looks for programs and a server of one version. */
  static Found find() {
    Optional<Integer> version = version("pg_dump");
    if (version.isEmpty()) {
      return new Found(Optional.empty(), "pg_dump is not installed");
    }
    if (version.get() < OLDEST || version("psql").filter(it -> it >= OLDEST).isEmpty()) {
      return new Found(
          Optional.empty(), "pg_dump or psql is older than PostgreSQL " + OLDEST + ": " + version);
    }
    for (String folder :
        List.of("/usr/lib/postgresql/" + version.get() + "/bin", said("pg_config", "--bindir"))) {
      Path programs = Path.of(folder);
      if (version(programs.resolve("postgres").toString()).equals(version)) {
        return isRoot() && said("unshare", "-U", "echo", "in").isEmpty()
            ? new Found(Optional.empty(), "PostgreSQL does not run as root without unshare")
            : new Found(Optional.of(programs), "");
      }
    }
    return new Found(
        Optional.empty(), "there is no server of version " + version.get() + " to go with pg_dump");
  }

  static InstalledPostgres start(Path programs, Path folder) throws Exception {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Path password = Files.writeString(folder.resolve("password"), ADMINISTRATOR_PASSWORD);
    Path cluster = folder.resolve("cluster");
    run(
        List.of(
            programs.resolve("initdb").toString(),
            "--pgdata=" + cluster,
            "--username=postgres",
            "--auth=scram-sha-256",
            "--pwfile=" + password,
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync"));
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    run(
        List.of(
            programs.resolve("pg_ctl").toString(),
            "start",
            "--wait",
            "--pgdata=" + cluster,
            "--log=" + folder.resolve("server.log"),
            "--options=-p "
                + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"));
    return new InstalledPostgres(programs, cluster, port);
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws Exception {
    run(
        List.of(
            programs.resolve("pg_ctl").toString(),
            "stop",
            "--wait",
            "--mode=fast",
            "--pgdata=" + cluster));
  }

  private static Optional<Integer> version(String program) {
    Matcher matcher = VERSION.matcher(said(program, "--version"));
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** What a program prints; nothing when it cannot be run or fails. */
  private static String said(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes()).strip();
      return process.waitFor() == 0 ? said : "";
    } catch (IOException notThere) {
      return "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static void run(List<String> command) throws Exception {
    List<String> whole = new ArrayList<>(isRoot() ? List.of("unshare", "-U") : List.of());
    whole.addAll(command);
    // a file, not a pipe: the server inherits it and would hold a pipe open
    Path output = Files.createTempFile("rolewise-", ".out");
    try {
      Process process =
          new ProcessBuilder(whole)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(whole + ": " + Files.readString(output));
      }
    } finally {
      Files.delete(output);
    }
  }
}
