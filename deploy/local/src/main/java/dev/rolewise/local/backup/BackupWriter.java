package dev.rolewise.local.backup;

import static java.nio.file.StandardOpenOption.WRITE;

import dev.rolewise.local.backup.BackupHeader.Contents;
import dev.rolewise.local.backup.BackupHeader.Migration;
import dev.rolewise.local.backup.BackupHeader.Schema;
import dev.rolewise.local.input.InputFault;
import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.postgres.KeptDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup: a ZIP archive with the rows of each table as PostgreSQL's COPY writes them, all
 * from one moment, and a header. The file is there whole or not at all, for its owner's eyes only,
 * and the same rows always give the same bytes.
 */
public final class BackupWriter {

  static final String HEADER = "backup.json";

  private static final int BUFFER = 1 << 16;

  /** The earliest an archive can say; when a row was written is nobody's business. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final String product;
  private final List<String> schemas;

  /**
   * @param product version of this program
   * @param schemas to carry
   */
  public BackupWriter(String product, List<String> schemas) {
    this.product = product;
    this.schemas = List.copyOf(schemas);
  }

  /**
   * Refuses a place where a backup cannot go, before anything slow begins.
   *
   * @throws InputFault when something is there, or the folder around it is not
   */
  public static void checkPlace(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw taken(file);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw InputFault.in(file, "there is no folder to put it in");
    }
  }

  /**
   * Writes what a database keeps.
   *
   * @return what was written
   * @throws InputFault when the place is taken
   * @throws StartFault when the database or the disk refuses
   */
  public BackupHeader write(KeptDatabase database, Path file) {
    checkPlace(file);
    Path part = file.toAbsolutePath().resolveSibling("." + file.getFileName() + UUID.randomUUID());
    try {
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        BackupHeader header = fill(part, database);
        // without REPLACE_EXISTING: what appeared there meanwhile stays
        Files.move(part, file);
        return header;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (FileAlreadyExistsException meanwhile) {
      throw taken(file);
    } catch (NoSuchFileException gone) {
      throw InputFault.in(file, "there is no folder to put it in");
    } catch (IOException refused) {
      throw StartFault.because("The backup could not be written to " + file, refused);
    } catch (SQLException refused) {
      throw StartFault.because("The database could not be read", refused);
    }
  }

  private BackupHeader fill(Path part, KeptDatabase database) throws IOException, SQLException {
    try (FileChannel channel = FileChannel.open(part, WRITE)) {
      ZipOutputStream zip =
          new ZipOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER),
              StandardCharsets.UTF_8);
      BackupHeader header;
      try (Connection connection = database.connect()) {
        header = fill(zip, connection);
      }
      zip.finish();
      zip.flush();
      // the name must not be on the disk before the contents are
      channel.force(true);
      return header;
    }
  }

  private BackupHeader fill(ZipOutputStream zip, Connection connection)
      throws IOException, SQLException {
    Snapshot snapshot = Snapshot.reading(connection);
    Catalogue catalogue = new Catalogue(connection);
    List<Schema> written = new ArrayList<>();
    for (String schema : schemas) {
      List<Migration> migrations = catalogue.migrations(schema);
      if (migrations.isEmpty()) {
        throw new StartFault(
            "There is nothing to back up yet: the suite has never come up on this data folder.");
      }
      List<Contents> tables = new ArrayList<>();
      for (Table table : catalogue.tables(schema)) {
        begin(zip, table.entry());
        Tally tally = new Tally(new BufferedOutputStream(zip, BUFFER));
        snapshot.read(table, tally);
        tally.flush();
        zip.closeEntry();
        tables.add(tally.contents(table.name(), table.columns()));
      }
      written.add(new Schema(schema, migrations, tables));
    }
    BackupHeader header = new BackupHeader(product, LocalDate.now(ZoneOffset.UTC), written);
    begin(zip, HEADER);
    zip.write(HeaderJson.write(header).encodePrettily().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    return header;
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  private static InputFault taken(Path file) {
    return InputFault.in(
        file, "is there already; a backup never replaces anything: name a new file");
  }
}
