package dev.rolewise.local.backup;

import dev.rolewise.local.backup.BackupHeader.Contents;
import dev.rolewise.local.backup.BackupHeader.Migration;
import dev.rolewise.local.backup.BackupHeader.Schema;
import dev.rolewise.local.input.InputFault;
import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a backup into a database that has nothing yet: tables as they were when it was made, rows,
 * and then the migrations since.
 */
public final class Restore {

  private final String product;
  private final List<KeptSchema> schemas;

  /**
   * @param product version of this program
   * @param schemas the suite has
   */
  public Restore(String product, List<KeptSchema> schemas) {
    this.product = product;
    this.schemas = List.copyOf(schemas);
  }

  /**
   * Everything that can be told from the file alone.
   *
   * @throws InputFault when it is damaged, foreign, or of a newer program
   */
  public void check(BackupReader backup) {
    backup.verify();
    List<String> carried = backup.header().schemas().stream().map(Schema::name).toList();
    if (!carried.equals(schemas.stream().map(KeptSchema::name).toList())) {
      throw backup.fault("carries other parts than a suite has: it is no backup of one");
    }
    for (KeptSchema ours : schemas) {
      for (Migration step : of(backup.header(), ours).migrations()) {
        if (!ours.knows(step)) {
          throw backup.fault(
              "was made by Rolewise "
                  + InputFault.quote(backup.header().product())
                  + ", whose tables in "
                  + ours.name()
                  + " are newer (version "
                  + of(backup.header(), ours).version()
                  + ") than this Rolewise "
                  + InputFault.quote(product)
                  + " knows: restore it with that one or a newer one");
        }
      }
    }
  }

  /**
   * Fills the database.
   *
   * @param backup that was {@linkplain #check checked}
   * @param postgres a server without that database
   * @throws InputFault when the tables of this program are not those of the backup
   * @throws StartFault when the database refuses
   */
  public void fill(BackupReader backup, EmbeddedPostgres postgres, String database) {
    for (KeptSchema schema : schemas) {
      schema.in(postgres, database).runUpTo(of(backup.header(), schema).version());
    }
    try (Connection connection = postgres.administrate(database)) {
      load(backup, connection);
      connection.commit();
    } catch (SQLException refused) {
      throw StartFault.because("The rows of the backup could not be put back", refused);
    } catch (IOException unreadable) {
      throw backup.fault("cannot be read to its end");
    }
    for (KeptSchema schema : schemas) {
      schema.in(postgres, database).run();
    }
  }

  private void load(BackupReader backup, Connection connection) throws SQLException, IOException {
    Snapshot snapshot = Snapshot.within(connection);
    Catalogue catalogue = new Catalogue(connection);
    Map<String, Contents> stated = new HashMap<>();
    List<Table> tables = new ArrayList<>();
    for (Schema schema : backup.header().schemas()) {
      if (!catalogue.migrations(schema.name()).equals(schema.migrations())) {
        throw other(backup, schema);
      }
      schema.tables().forEach(it -> stated.put(Table.entry(schema.name(), it.table()), it));
      tables.addAll(fitting(backup, schema, catalogue.tables(schema.name())));
    }
    for (Table table : catalogue.inOrderOfReference(tables)) {
      try (InputStream rows = backup.rows(table.schema(), table.name())) {
        snapshot.write(table, rows);
      }
      // what is in the table now must read as what was in the one it came from
      Tally tally = new Tally(OutputStream.nullOutputStream());
      snapshot.read(table, tally);
      if (!tally.contents(table.name(), table.columns()).equals(stated.get(table.entry()))) {
        throw new StartFault(table.entry() + " of the backup did not come back as it was.");
      }
    }
  }

  private List<Table> fitting(BackupReader backup, Schema schema, List<Table> tables) {
    boolean same =
        tables.size() == schema.tables().size()
            && tables.stream()
                .allMatch(
                    table ->
                        schema.tables().stream()
                            .anyMatch(
                                it ->
                                    it.table().equals(table.name())
                                        && it.columns().equals(table.columns())));
    if (!same) {
      throw other(backup, schema);
    }
    return tables;
  }

  private InputFault other(BackupReader backup, Schema schema) {
    return backup.fault(
        "carries tables in "
            + schema.name()
            + " that this Rolewise "
            + InputFault.quote(product)
            + " never had: restore it with the Rolewise that made it, "
            + InputFault.quote(backup.header().product()));
  }

  private static Schema of(BackupHeader header, KeptSchema ours) {
    return header.schemas().stream()
        .filter(it -> it.name().equals(ours.name()))
        .findFirst()
        .orElseThrow();
  }
}
