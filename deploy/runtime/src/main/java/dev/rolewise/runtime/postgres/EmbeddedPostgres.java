package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.config.Secret;
import dev.rolewise.runtime.fault.StartFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A PostgreSQL server of our own, for the local suite and for tests: its programs come out of the
 * class path, its data stay in a folder. Listens on 127.0.0.1 only, with passwords. Blocks: never
 * call it from an event loop.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  /** How much a crash of the machine may cost. */
  public enum Durability {
    /** Nothing: what was acknowledged is on disk. */
    FULL,
    /** Everything: for tests, which throw the data away. A killed server still keeps it all. */
    NONE
  }

  private final DataFolder folder;
  private final PostgresServer server;
  private final Provisioning provisioning;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedPostgres(DataFolder folder, PostgresServer server, Provisioning provisioning) {
    this.folder = folder;
    this.server = server;
    this.provisioning = provisioning;
  }

  /**
   * Starts a server on a free port. Cleans up after a predecessor that was killed: a stale process
   * file, or a server that still runs on the same data.
   *
   * @param data folder for everything; made when it is missing
   * @param notice gets at most one sentence about how the server runs
   * @throws StartFault in one plain sentence: folder not writable, held by another process, written
   *     by another major version of PostgreSQL, or the server does not start
   */
  public static EmbeddedPostgres start(Path data, Durability durability, Consumer<String> notice) {
    return start(DataFolder.take(data), durability, notice);
  }

  /**
   * As {@link #start}, but only in a folder that is missing or empty. Until {@link #finished} was
   * called nobody can start on it; {@link #discard} leaves it empty again.
   *
   * @throws StartFault also when something is in the folder
   */
  public static EmbeddedPostgres startNew(
      Path data, Durability durability, Consumer<String> notice) {
    DataFolder folder = DataFolder.takeNew(data);
    try {
      return start(folder, durability, notice);
    } catch (RuntimeException failed) {
      empty(folder);
      throw failed;
    }
  }

  static EmbeddedPostgres start(DataFolder folder, Durability durability, Consumer<String> notice) {
    try {
      PostgresAccount account = PostgresAccount.find();
      account.notice().ifPresent(notice);
      PostgresBinaries binaries = PostgresBinaries.unpackBelow(folder.path());
      account.checkReach(binaries.folder());
      Cluster cluster = new Cluster(folder, binaries, account);
      Secret password = cluster.prepare(durability);
      PostgresServer server = PostgresServer.start(folder.cluster(), binaries, account, durability);
      return new EmbeddedPostgres(folder, server, new Provisioning(server.port(), password));
    } catch (RuntimeException failed) {
      folder.close();
      throw DataFolder.isFull(failed) ? DataFolder.full(folder.path()) : failed;
    }
  }

  /**
   * Whether the server runs as another account than this program: as root where {@code unshare} is
   * blocked. Every folder above the data must then let others through.
   */
  public static boolean runsAsAnotherAccount() {
    return PostgresAccount.find().owner().filter(PostgresAccount.NOBODY::equals).isPresent();
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return server.port();
  }

  /** The folder with everything. */
  public Path folder() {
    return folder.path();
  }

  /**
   * Makes the database and the roles of a service when they are missing. The roles get new
   * passwords at the first call of every start: none is kept on disk.
   *
   * @param database name of the database, shared by services
   * @param schema of the service; its role for rows has the same name, the one that owns the tables
   *     is {@code <schema>_owner}
   * @return settings for the service, those for migrating included
   */
  public DatabaseSettings provision(String database, String schema) {
    return provisioning.provision(database, schema);
  }

  /** A connection with every right, for tools of whoever owns the folder; no service gets one. */
  public Connection administrate(String database) throws SQLException {
    return administrator(database).getConnection();
  }

  DataSource administrator(String database) {
    return provisioning.administrator(database);
  }

  /** What was begun with {@link #startNew} is whole: from now on the folder is like any other. */
  public void finished() {
    try {
      folder.finished();
    } catch (IOException failed) {
      throw StartFault.because("The data folder " + folder.path() + " cannot be written", failed);
    }
  }

  /** Ends the server at once, as a crash would: for tests of what becomes of its users. */
  public void interrupt() {
    server.stopAtOnce();
  }

  /** Starts it again after {@link #interrupt}, on the same port. */
  public void resume() {
    server.startAgain();
  }

  /** Stops the server cleanly and gives the folder free. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      server.stop();
    } finally {
      folder.close();
    }
  }

  /** Stops and deletes everything in the folder, which stays. */
  public synchronized void discard() {
    close();
    empty(folder);
  }

  private static void empty(DataFolder folder) {
    try {
      FileTrees.empty(folder.path());
    } catch (IOException failed) {
      throw StartFault.because("The folder " + folder.path() + " could not be emptied", failed);
    }
  }

  /** Stops and deletes everything: for tests. */
  public void closeAndDelete() {
    close();
    try {
      if (Files.isDirectory(folder.path())) {
        FileTrees.delete(folder.path());
      }
    } catch (IOException failed) {
      throw new IllegalStateException(
          "the folder " + folder.path() + " could not be deleted", failed);
    }
  }
}
