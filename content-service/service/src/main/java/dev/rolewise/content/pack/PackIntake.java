package dev.rolewise.content.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Takes the files of a pack in, one after the other, from wherever they come. What has no place in
 * a pack is noted and left out; what passes a limit ends the reading.
 */
final class PackIntake {
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*){0,4}");
  private static final int LONGEST_SHOWN = 80;

  private final String name;
  private final PackLimits limits;
  private final PackFaults faults;
  private final TreeMap<String, byte[]> content = new TreeMap<>();
  private final Map<String, String> spellings = new HashMap<>();
  private int seen;
  private long total;

  PackIntake(String name, PackLimits limits, PackFaults faults) {
    this.name = name;
    this.limits = limits;
    this.faults = faults;
  }

  /**
   * Takes one file.
   *
   * @throws InvalidPack when a limit is passed
   */
  void take(String path, InputStream bytes) throws IOException {
    count();
    byte[] read = bytes.readNBytes(limits.fileBytes() + 1);
    if (read.length > limits.fileBytes()) {
      throw stop(shown(path), "is larger than %d KiB".formatted(limits.fileBytes() / 1024));
    }
    total += read.length;
    if (total > limits.totalBytes()) {
      throw stop(
          name,
          "holds more than %d MiB; make it smaller, or two packs"
              .formatted(limits.totalBytes() / (1024 * 1024)));
    }
    if (belongs(path)) {
      content.put(path, read);
    }
  }

  /** Notes something that is no file. */
  void refuse(String path, String reason) {
    count();
    faults.add(shown(path), reason);
  }

  /** So many bytes by now. */
  long total() {
    return total;
  }

  /** What was taken. */
  PackFiles files() {
    return new PackFiles(name, content);
  }

  InvalidPack stop(String file, String reason) {
    faults.add(file, reason);
    return new InvalidPack(name, faults);
  }

  private void count() {
    if (++seen > limits.files()) {
      throw stop(
          name, "has more than %d files; make it smaller, or two packs".formatted(limits.files()));
    }
  }

  private boolean belongs(String path) {
    if (path.length() > PackLimits.LONGEST_PATH || !PATH.matcher(path).matches()) {
      faults.add(
          shown(path),
          "is no path inside a pack: only letters, digits, . _ - and at most four folders deep");
      return false;
    }
    String other = spellings.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
    if (other != null) {
      faults.add(
          path,
          other.equals(path)
              ? "is in the archive for the second time"
              : "differs from " + other + " in capitals only");
      return false;
    }
    return true;
  }

  /** A path may be anything: it must not break the line it is told in. */
  private static String shown(String path) {
    String plain = path.replaceAll("[^\\x20-\\x7E]", "?");
    return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "...";
  }
}
