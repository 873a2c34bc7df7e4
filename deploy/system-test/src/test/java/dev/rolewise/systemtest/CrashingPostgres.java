package dev.rolewise.systemtest;

import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import dev.rolewise.systemtest.ServiceUnderTest.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The database of {@link ThreeServices} where it can be stopped without a goodbye and started
 * again, and where the way to it can be broken.
 */
final class CrashingPostgres implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private EmbeddedPostgres postgres;
  private final TcpProxy way;

  private CrashingPostgres(EmbeddedPostgres postgres, TcpProxy way) {
    this.postgres = postgres;
    this.way = way;
  }

  /** Puts itself in front of the database, before the services start, at this address. */
  static CrashingPostgres before(ThreeServices suite, String host) throws IOException {
    TcpProxy way = TcpProxy.at(host, suite.postgres().port());
    for (Kind kind : List.of(Kind.CONTENT, Kind.ASSESSMENT)) {
      suite.set(kind, "database.host", host);
      suite.set(kind, "database.port", Integer.toString(way.port()));
    }
    return new CrashingPostgres(suite.postgres(), way);
  }

  EmbeddedPostgres server() {
    return postgres;
  }

  /** The services' way to it. */
  TcpProxy way() {
    return way;
  }

  /** What {@code pg_ctl stop -m immediate} does: SIGQUIT, no checkpoint, no word to any client. */
  void stopImmediately() throws IOException, InterruptedException {
    Path process = postgres.folder().resolve("postgres").resolve("postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(process).get(0).strip());
    ProcessHandle server =
        ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("it does not run"));
    Process kill = new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start();
    if (kill.waitFor() != 0) {
      throw new IllegalStateException("SIGQUIT could not be sent to " + pid);
    }
    try {
      server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException stuck) {
      throw new AssertionError("PostgreSQL did not stop within a minute", stuck);
    }
  }

  /** Starts it on the same data; it recovers from its log. */
  void startAgain() {
    postgres.close();
    postgres =
        EmbeddedPostgres.start(postgres.folder(), EmbeddedPostgres.Durability.NONE, notice -> {});
    way.lead(postgres.port());
  }

  @Override
  public void close() {
    way.close();
    postgres.close();
  }
}
