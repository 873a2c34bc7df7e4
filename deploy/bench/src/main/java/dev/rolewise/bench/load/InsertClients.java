package dev.rolewise.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The yardstick of whatever stores: clients of the database who insert one row after the other,
 * each in a transaction of its own, prepared once. PostgreSQL's own pgbench where it is installed;
 * the same in Java where it is not.
 */
public final class InsertClients {

  private static final String PASSWORD = "PGPASSWORD";
  private static final int CONNECTING_SECONDS = 2;

  private final String url;
  private final String user;
  private final String password;
  private final String insert;

  /**
   * @param url of JDBC
   * @param insert without parameters
   */
  public InsertClients(String url, String user, String password, String insert) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.insert = insert;
  }

  /**
   * @param perSecond rows stored
   * @param rows in all
   * @param waitMillis half of the clients waited no longer for a row
   */
  public record Inserted(double perSecond, long rows, double waitMillis) {}

  /** What they are, for the table. */
  public static String name() {
    return hasPgbench() ? "pgbench" : "single-row inserts over JDBC";
  }

  public Inserted run(int clients, Duration time)
      throws IOException, InterruptedException, SQLException {
    return hasPgbench() ? pgbench(clients, time) : overJdbc(clients, time);
  }

  private static boolean hasPgbench() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbench")));
  }

  private Inserted pgbench(int clients, Duration time) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("rolewise-pgbench-");
    Path script = Files.writeString(folder.resolve("insert.sql"), insert + ";\n");
    String[] address = url.replaceFirst("jdbc:postgresql://", "").split("[:/?]");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    "pgbench",
                    "--host=" + address[0],
                    "--port=" + address[1],
                    "--username=" + user,
                    "--no-vacuum",
                    "--protocol=prepared",
                    "--client=" + clients,
                    "--jobs=" + Math.min(clients, 2),
                    // connecting is part of this time, though not of the rate
                    "--time=" + (time.toSeconds() + CONNECTING_SECONDS),
                    "--log",
                    "--log-prefix=" + folder.resolve("log"),
                    "--file=" + script,
                    address[2]))
            .redirectErrorStream(true)
            .directory(folder.toFile());
    builder.environment().put(PASSWORD, password);
    Process pgbench = builder.start();
    try {
      String said = new String(pgbench.getInputStream().readAllBytes());
      if (pgbench.waitFor() != 0) {
        throw new IllegalStateException("pgbench: " + said);
      }
      List<Long> waits = new ArrayList<>();
      try (Stream<Path> logs = Files.list(folder)) {
        for (Path log :
            logs.filter(file -> file.getFileName().toString().startsWith("log")).toList()) {
          try (Stream<String> lines = Files.lines(log)) {
            lines.forEach(line -> waits.add(Long.parseLong(line.split(" ")[2])));
          }
        }
      }
      double perSecond =
          said.lines()
              .filter(line -> line.startsWith("tps = "))
              .mapToDouble(line -> Double.parseDouble(line.split(" ")[2]))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("pgbench: " + said));
      waits.sort(null);
      return new Inserted(perSecond, waits.size(), waits.get(waits.size() / 2) / 1e3);
    } finally {
      pgbench.destroyForcibly();
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private Inserted overJdbc(int clients, Duration time) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      Callable<long[]> client = () -> insertUntil(System.nanoTime() + time.toNanos());
      long began = System.nanoTime();
      List<long[]> waits = new ArrayList<>();
      for (Future<long[]> done :
          threads.invokeAll(java.util.Collections.nCopies(clients, client))) {
        waits.add(done.get());
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      long[] all = waits.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Inserted(all.length / seconds, all.length, all[all.length / 2] / 1e6);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private long[] insertUntil(long end) throws SQLException {
    List<Long> waits = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, user, password);
        PreparedStatement statement = connection.prepareStatement(insert)) {
      while (System.nanoTime() < end) {
        long began = System.nanoTime();
        statement.executeUpdate();
        waits.add(System.nanoTime() - began);
      }
    }
    return waits.stream().mapToLong(Long::longValue).toArray();
  }
}
