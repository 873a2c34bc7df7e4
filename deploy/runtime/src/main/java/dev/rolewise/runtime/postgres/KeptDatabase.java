package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.fault.StartFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;

/**
 * What a data folder keeps, for its owner's tools: reached through the server of the suite that
 * runs on it, or through one that is started for the occasion. Blocks: never call it from an event
 * loop.
 */
public final class KeptDatabase implements AutoCloseable {

  private final DataSource administrator;
  private final Runnable closer;

  private KeptDatabase(DataSource administrator, Runnable closer) {
    this.administrator = administrator;
    this.closer = closer;
  }

  /**
   * Opens a database without changing anything in it.
   *
   * @param data folder of a suite
   * @param database name of the database
   * @throws StartFault in one plain sentence: there is none, or it does not let anybody in
   */
  public static KeptDatabase open(Path data, String database) {
    if (!Files.isDirectory(data.resolve("postgres"))) {
      throw new StartFault(
          "There is no suite's data in "
              + data.toAbsolutePath().normalize()
              + ": choose their folder with --data.");
    }
    Optional<DataFolder> free = DataFolder.takeWhenFree(data);
    if (free.isPresent()) {
      EmbeddedPostgres own =
          EmbeddedPostgres.start(free.get(), EmbeddedPostgres.Durability.FULL, notice -> {});
      return new KeptDatabase(own.administrator(database), own::close);
    }
    return new KeptDatabase(running(data, database), () -> {});
  }

  private static DataSource running(Path data, String database) {
    OptionalInt port = PostgresServer.portOf(data.resolve("postgres"));
    if (port.isEmpty()) {
      throw new StartFault(
          "The suite on " + data + " is just starting or stopping: try again in a moment.");
    }
    try {
      return Provisioning.administrator(
          port.getAsInt(), Cluster.read(Cluster.passwordFile(data)), database);
    } catch (IOException unreadable) {
      throw new StartFault(
          "The data folder " + data + " may not be read: run this as the user whose suite it is.");
    }
  }

  /** A connection with every right. */
  public Connection connect() throws SQLException {
    return administrator.getConnection();
  }

  /** Stops the server, if it was started for the occasion. */
  @Override
  public void close() {
    closer.run();
  }
}
