package dev.rolewise.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** The one time that all files of an image have: the second that Jib gives them as well. */
final class FileTimes {

  private static final FileTime ALL = FileTime.from(Instant.ofEpochSecond(1));

  private FileTimes() {}

  static void settle(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(FileTimes::set);
    }
  }

  private static void set(Path file) {
    try {
      Files.setLastModifiedTime(file, ALL);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
