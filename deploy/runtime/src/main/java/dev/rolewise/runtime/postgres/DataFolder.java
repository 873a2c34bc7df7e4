package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.fault.StartFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder everything of a suite lives in, held by one process at a time. The lock is the
 * operating system's: it is gone when its holder is, however that ended.
 */
final class DataFolder implements AutoCloseable {

  // closing a second channel on a locked file would drop the first one's lock, so never open one
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** A look at the lock: the folder when it was free, who holds it when not. */
  private record Attempt(Path path, Optional<DataFolder> folder, String holder) {}

  /**
   * Makes the folder when it is missing and takes its lock.
   *
   * @throws StartFault when it cannot be written, another process holds it, or a restore into it
   *     was cut off
   */
  static DataFolder take(Path folder) {
    Attempt attempt = attempt(folder);
    return attempt.folder().orElseThrow(() -> taken(attempt.path(), attempt.holder())).whole();
  }

  /** As {@link #take}, but empty when another process holds it. */
  static Optional<DataFolder> takeWhenFree(Path folder) {
    return attempt(folder).folder().map(DataFolder::whole);
  }

  /**
   * Takes a folder that is missing or empty, and marks it as unfinished.
   *
   * @throws StartFault also when something is in it
   */
  static DataFolder takeNew(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.list(path)) {
          if (inside.findAny().isPresent()) {
            throw new StartFault(
                "The folder "
                    + path
                    + " is not empty: choose a new one with --data, or move that one away.");
          }
        }
      }
      Attempt attempt = attempt(path);
      DataFolder taken =
          attempt.folder().orElseThrow(() -> taken(attempt.path(), attempt.holder()));
      Files.createFile(taken.unfinished());
      return taken;
    } catch (IOException unwritable) {
      throw isFull(unwritable) ? full(path) : unwritable(path);
    }
  }

  /** What was begun with {@link #takeNew} is whole. */
  void finished() throws IOException {
    Files.delete(unfinished());
  }

  private Path unfinished() {
    return path.resolve("restore-unfinished");
  }

  private DataFolder whole() {
    if (Files.exists(unfinished())) {
      close();
      throw new StartFault(
          "The data folder "
              + path
              + " holds a restore that did not come to its end: delete that folder and restore"
              + " again.");
    }
    return this;
  }

  private static Attempt attempt(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
      path = path.toRealPath();
      if (!HELD_HERE.add(path)) {
        return new Attempt(path, Optional.empty(), Long.toString(ProcessHandle.current().pid()));
      }
    } catch (IOException unwritable) {
      throw isFull(unwritable) ? full(path) : unwritable(path);
    }
    boolean locked = false;
    try {
      // others may pass through, to what belongs to the account PostgreSQL runs as
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        String holder = read(channel);
        channel.close();
        return new Attempt(path, Optional.empty(), holder);
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      locked = true;
      return new Attempt(path, Optional.of(new DataFolder(path, channel)), "");
    } catch (IOException unwritable) {
      throw isFull(unwritable) ? full(path) : unwritable(path);
    } finally {
      if (!locked) {
        HELD_HERE.remove(path);
      }
    }
  }

  Path path() {
    return path;
  }

  /** The database's own files. */
  Path cluster() {
    return path.resolve("postgres");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      throw new IllegalStateException(
          "the lock of " + path + " could not be released", alreadyGone);
    } finally {
      HELD_HERE.remove(path);
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(20);
    channel.read(content, 0);
    return new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII).strip();
  }

  private static StartFault taken(Path path, String holder) {
    return new StartFault(
        "The data folder "
            + path
            + " is in use by another Rolewise"
            + (holder.isEmpty() ? "" : " (process " + holder + ")")
            + ": stop that one, or choose another folder with --data.");
  }

  /** Whether somebody complained that there is no room, in the words of the system. */
  static boolean isFull(Throwable complaint) {
    return String.valueOf(complaint.getMessage()).contains("No space left on device");
  }

  static StartFault full(Path path) {
    return new StartFault(
        "The disk with the data folder "
            + path
            + " is full: make room there, or choose a folder on another disk with --data.");
  }

  private static StartFault unwritable(Path path) {
    return new StartFault(
        "The data folder "
            + path
            + " cannot be written: choose another folder with --data, or change its owner or rights.");
  }
}
