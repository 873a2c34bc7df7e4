package dev.rolewise.local.backup;

import dev.rolewise.local.backup.BackupHeader.Contents;
import dev.rolewise.local.backup.BackupHeader.Schema;
import dev.rolewise.local.input.InputFault;
import dev.rolewise.runtime.json.JsonLimits;
import dev.rolewise.runtime.json.MalformedJson;
import dev.rolewise.runtime.json.StrictJson;
import io.vertx.core.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads a backup; what is wrong with it is one plain line. */
public final class BackupReader implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int MOST_HEADER_BYTES = 1 << 20;

  private final Path file;
  private final ZipFile zip;
  private final BackupHeader header;

  private BackupReader(Path file, ZipFile zip, BackupHeader header) {
    this.file = file;
    this.zip = zip;
    this.header = header;
  }

  /**
   * Opens a backup and reads its header.
   *
   * @throws InputFault when it is none, or of a kind that this program does not read
   */
  public static BackupReader open(Path file) {
    ZipFile zip = archive(file);
    try {
      return new BackupReader(file, zip, header(file, zip));
    } catch (RuntimeException unfit) {
      close(zip);
      throw unfit;
    }
  }

  public BackupHeader header() {
    return header;
  }

  /**
   * Holds every byte against the header.
   *
   * @throws InputFault that names the table
   */
  public void verify() {
    verifyNames();
    for (Schema schema : header.schemas()) {
      for (Contents stated : schema.tables()) {
        String entry = Table.entry(schema.name(), stated.table());
        Tally tally = new Tally(OutputStream.nullOutputStream());
        try (InputStream rows = rows(schema.name(), stated.table())) {
          rows.transferTo(tally);
        } catch (IOException damaged) {
          throw changed(entry, "it cannot be unpacked");
        }
        Contents found = tally.contents(stated.table(), stated.columns());
        if (found.rows() != stated.rows()) {
          throw changed(entry, "it holds " + found.rows() + " rows instead of " + stated.rows());
        }
        if (!found.equals(stated)) {
          throw changed(entry, "its SHA-256 is not the one in the header");
        }
      }
    }
  }

  InputStream rows(String schema, String table) throws IOException {
    return new BufferedInputStream(
        zip.getInputStream(zip.getEntry(Table.entry(schema, table))), BUFFER);
  }

  /** A fault of the file as a whole. */
  InputFault fault(String what) {
    return InputFault.in(file, what);
  }

  @Override
  public void close() {
    close(zip);
  }

  private void verifyNames() {
    Set<String> expected = new HashSet<>(Set.of(BackupWriter.HEADER));
    for (Schema schema : header.schemas()) {
      schema.tables().forEach(it -> expected.add(Table.entry(schema.name(), it.table())));
    }
    List<String> there = zip.stream().map(ZipEntry::getName).toList();
    for (String name : expected) {
      if (!there.contains(name)) {
        throw fault("lacks " + name + ", which its header names: it was changed or damaged");
      }
    }
    List<String> more = new ArrayList<>(there);
    expected.forEach(more::remove);
    if (!more.isEmpty()) {
      throw fault(
          "holds "
              + InputFault.quote(more.get(0))
              + ", which its header does not name: it was changed");
    }
  }

  private InputFault changed(String entry, String how) {
    return fault(entry + " in it was changed or damaged: " + how);
  }

  private static ZipFile archive(Path file) {
    if (Files.isDirectory(file)) {
      throw InputFault.in(file, "is a folder, not a file");
    }
    try {
      return new ZipFile(file.toFile());
    } catch (NoSuchFileException missing) {
      throw InputFault.in(file, "there is no such file");
    } catch (AccessDeniedException refused) {
      throw InputFault.in(file, "may not be read");
    } catch (ZipException odd) {
      throw InputFault.in(file, "is no backup of Rolewise, or only the beginning of one");
    } catch (IOException unreadable) {
      throw InputFault.in(file, "cannot be read");
    }
  }

  private static BackupHeader header(Path file, ZipFile zip) {
    JsonObject json = json(file, zip);
    if (!HeaderJson.FORMAT.equals(json.getValue("format"))) {
      throw none(file);
    }
    if (!Integer.valueOf(HeaderJson.FORMAT_VERSION).equals(json.getValue("formatVersion"))) {
      throw InputFault.in(
          file,
          "is a backup of another format (this Rolewise reads format "
              + HeaderJson.FORMAT_VERSION
              + "): restore it with the Rolewise that made it");
    }
    try {
      if (!HeaderJson.hashBelongs(json)) {
        throw InputFault.in(
            file, BackupWriter.HEADER + " in it was changed or damaged: its hash does not belong");
      }
      return HeaderJson.read(json);
    } catch (IllegalArgumentException unlike) {
      throw InputFault.in(file, BackupWriter.HEADER + " in it is not what Rolewise writes");
    }
  }

  private static JsonObject json(Path file, ZipFile zip) {
    ZipEntry entry = zip.getEntry(BackupWriter.HEADER);
    if (entry == null) {
      throw none(file);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return StrictJson.object(in.readNBytes(MOST_HEADER_BYTES), JsonLimits.FILE);
    } catch (IOException | MalformedJson damaged) {
      throw InputFault.in(
          file, BackupWriter.HEADER + " in it was changed or damaged: it cannot be read");
    }
  }

  private static InputFault none(Path file) {
    return InputFault.in(file, "is no backup of Rolewise");
  }

  private static void close(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException readOnly) {
      throw new IllegalStateException(readOnly);
    }
  }
}
