package dev.rolewise.runtime.upgrade;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The SQL that a service's compiled classes hold, every statement of it: each is one constant, so
 * none has to be run to be found.
 */
final class Statements {

  private static final Pattern SQL =
      Pattern.compile(
          "(/\\*.*?\\*/\\s*)?(select|insert|update|delete|with|lock|copy) .*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Stands in a constant for what is only known at run time. */
  private static final String HOLE = "\u0001";

  private Statements() {}

  /**
   * Reads the classes beside one.
   *
   * @throws AssertionError when a statement is put together at run time: it could not be held
   *     against another version's tables
   */
  static List<String> in(Class<?> service) {
    try {
      Path root = Path.of(service.getProtectionDomain().getCodeSource().getLocation().toURI());
      TreeSet<String> found = new TreeSet<>();
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
          for (String text : constants(file)) {
            if (SQL.matcher(text).matches()) {
              if (text.contains(HOLE)) {
                throw new AssertionError(
                    "SQL put together at run time, make it a constant: " + file + ": " + text);
              }
              found.add(text);
            }
          }
        }
      }
      return List.copyOf(found);
    } catch (URISyntaxException odd) {
      throw new IllegalStateException(odd);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The string constants of a class file (JVMS 4.4). */
  private static List<String> constants(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(8);
      int size = in.readUnsignedShort();
      Map<Integer, String> texts = new HashMap<>();
      List<Integer> strings = new ArrayList<>();
      for (int index = 1; index < size; index++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts.put(index, in.readUTF());
          case 8 -> strings.add(in.readUnsignedShort());
          case 7, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
          case 5, 6 -> {
            in.skipNBytes(8);
            // these take two places
            index++;
          }
          default -> throw new IOException(file + ": constant of unknown kind " + tag);
        }
      }
      return strings.stream().map(texts::get).toList();
    }
  }
}
