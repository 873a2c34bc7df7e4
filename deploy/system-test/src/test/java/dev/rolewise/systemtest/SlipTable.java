package dev.rolewise.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page for operators about slips, as data. */
final class SlipTable {

  static final Path PAGE =
      Path.of("..", "observability", "runbooks", "bad-input.md").toAbsolutePath().normalize();

  private static final Pattern ROW =
      Pattern.compile(
          "\\| (.+?) \\| `(.+?)` \\| (exit code (\\d)|`/readyz` 503, `(.+?)`) \\| (.+) \\|");
  private static final Pattern PLACE =
      Pattern.compile("\\b(DATABASE|HOST|PORT|ROLE|SCHEMA|MOMENT|NAME|CLUSTER|FOLDER)\\b");

  /**
   * One slip.
   *
   * @param line literally, with words in capitals for what differs
   * @param exit code, or 0 when the process stays
   * @param check of the readiness that fails then, else null
   */
  record Slip(String line, int exit, String check) {

    /** Whether a program said just this. */
    boolean isSaid(String said) {
      StringBuilder pattern = new StringBuilder();
      Matcher places = PLACE.matcher(line);
      int end = 0;
      while (places.find()) {
        pattern.append(Pattern.quote(line.substring(end, places.start())));
        pattern.append("\\S+?");
        end = places.end();
      }
      return said.matches(pattern.append(Pattern.quote(line.substring(end))).toString());
    }
  }

  private SlipTable() {}

  static Map<String, Slip> read() {
    Map<String, Slip> slips = new LinkedHashMap<>();
    List<String> rows =
        lines().stream()
            // what follows is told by a cluster, not by a program
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("| "))
            .skip(1)
            .toList();
    for (String line : rows) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        throw new AssertionError(PAGE + ": not a row of the table: " + line);
      }
      Slip slip =
          new Slip(
              row.group(2),
              row.group(4) == null ? 0 : Integer.parseInt(row.group(4)),
              row.group(5));
      if (slips.put(row.group(1), slip) != null) {
        throw new AssertionError(PAGE + ": twice in the table: " + row.group(1));
      }
    }
    return slips;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(PAGE);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
