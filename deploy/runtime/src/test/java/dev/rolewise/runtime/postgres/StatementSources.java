package dev.rolewise.runtime.postgres;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The SQL of a service as it is written down, for what no test happens to run. */
public final class StatementSources {

  private static final Pattern NAME = Pattern.compile("/\\* ([a-z]+\\.[a-z0-9_]+) \\*/ ");

  /** A text that begins a statement: nothing is joined to it from before. */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(.)\\s*\"(?=(?:select|insert into|update|delete from|with \\w+ as|truncate|lock) )",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CONSTANT = Pattern.compile("(\\w{1,40})\\s{0,20}=$");

  private StatementSources() {}

  /**
   * Names in the sources; fails when one is written twice, and when a statement begins without.
   *
   * @param sources folder of a module's main sources
   * @param shared names of constants that several named statements go on from
   */
  public static Set<String> names(Path sources, Set<String> shared) throws IOException {
    Set<String> names = new TreeSet<>();
    List<String> unnamed = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        Matcher name = NAME.matcher(text);
        while (name.find()) {
          assertTrue(names.add(name.group(1)), name.group(1) + " names two statements");
        }
        Matcher beginning = BEGINNING.matcher(text);
        while (beginning.find()) {
          Matcher constant =
              CONSTANT.matcher(
                  text.substring(Math.max(0, beginning.start() - 60), beginning.start() + 1));
          boolean goneOnFrom = constant.find() && shared.contains(constant.group(1));
          if (!beginning.group(1).equals("+") && !goneOnFrom) {
            unnamed.add(
                file.getFileName()
                    + ": "
                    + text.substring(beginning.end()).lines().findFirst().orElse(""));
          }
        }
      }
    }
    assertFalse(names.isEmpty(), "no statement in " + sources);
    assertTrue(unnamed.isEmpty(), () -> "statements without a name: " + unnamed);
    return names;
  }
}
