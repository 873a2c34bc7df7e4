package dev.rolewise.local.backup;

import java.time.LocalDate;
import java.util.List;

/**
 * What a backup says about itself, before anything is read from it.
 *
 * @param product version of the program that made it
 * @param made the day, in UTC; about the backup, no row says when it was written
 * @param schemas what it carries
 */
public record BackupHeader(String product, LocalDate made, List<Schema> schemas) {

  public BackupHeader {
    schemas = List.copyOf(schemas);
  }

  /**
   * One service's part.
   *
   * @param name of the schema
   * @param migrations it had been through, in order
   * @param tables all of them
   */
  public record Schema(String name, List<Migration> migrations, List<Contents> tables) {

    public Schema {
      migrations = List.copyOf(migrations);
      tables = List.copyOf(tables);
    }

    /** The version its tables have. */
    public String version() {
      return migrations.get(migrations.size() - 1).version();
    }
  }

  /**
   * A step of a schema.
   *
   * @param script file name, e.g. {@code V2__report_bundles.sql}
   * @param checksum as the history of migrations has it
   */
  public record Migration(String script, int checksum) {

    public String version() {
      return script.substring(1, script.indexOf("__")).replace('_', '.');
    }
  }

  /**
   * The rows of one table.
   *
   * @param table name within the schema
   * @param columns in the order of the rows' fields
   * @param rows how many
   * @param bytes how many, uncompressed
   * @param sha256 over these bytes, in hexadecimal
   */
  public record Contents(String table, List<String> columns, long rows, long bytes, String sha256) {

    public Contents {
      columns = List.copyOf(columns);
    }
  }

  /** Rows of one table, 0 when the backup has no such table. */
  public long rows(String schema, String table) {
    return schemas.stream()
        .filter(it -> it.name().equals(schema))
        .flatMap(it -> it.tables().stream())
        .filter(it -> it.table().equals(table))
        .mapToLong(Contents::rows)
        .sum();
  }

  /** Rows of all tables. */
  public long rows() {
    return schemas.stream().flatMap(it -> it.tables().stream()).mapToLong(Contents::rows).sum();
  }
}
