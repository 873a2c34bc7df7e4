package dev.rolewise.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Rows as text, the same text for the same row whatever the machine and the session say. */
final class Snapshot {

  private static final String[] SPELLING = {
    "SET TIME ZONE 'UTC'",
    "SET datestyle = 'ISO, MDY'",
    "SET intervalstyle = 'postgres'",
    "SET bytea_output = 'hex'",
    "SET extra_float_digits = 1",
    "SET statement_timeout = 0"
  };

  private final CopyManager copies;

  private Snapshot(CopyManager copies) {
    this.copies = copies;
  }

  /** Everything that is read sees the database as it is now. */
  static Snapshot reading(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return within(connection);
  }

  /** Reads and writes in one transaction, which the caller commits. */
  static Snapshot within(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String setting : SPELLING) {
        statement.execute(setting);
      }
    }
    return new Snapshot(connection.unwrap(PGConnection.class).getCopyAPI());
  }

  void read(Table table, OutputStream rows) throws SQLException, IOException {
    copies.copyOut(table.copyOut(), rows);
  }

  void write(Table table, InputStream rows) throws SQLException, IOException {
    copies.copyIn(table.copyIn(), rows);
  }
}
