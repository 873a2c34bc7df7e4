package dev.rolewise.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever the runbooks tell somebody to type. */
final class RunbookCommands {

  private static final Path FOLDER = PrometheusRules.HOME.resolve("runbooks");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Set<String> PROGRAMS =
      Set.of("kubectl", "curl", "psql", "openssl", "kill", "ls");

  private RunbookCommands() {}

  /** Commands for a shell. */
  static Set<String> forAShell() {
    return spans(span -> PROGRAMS.contains(span.split(" ")[0]) && span.contains(" "));
  }

  /** Those of one program. */
  static Set<String> of(String program) {
    return forAShell().stream()
        .filter(command -> command.startsWith(program + " "))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Statements for PostgreSQL. */
  static Set<String> forPostgres() {
    return spans(span -> span.startsWith("select "));
  }

  /** Questions for Prometheus. */
  static Set<String> forPrometheus() {
    return spans(
        span ->
            span.matches(".*\\b(rolewise[_:]|vertx_|jvm_|process_)\\w.*")
                && !PROGRAMS.contains(span.split(" ")[0]));
  }

  /** Whether a program is on this machine. */
  static boolean isHere(String program) throws IOException {
    return run("command -v " + program + " || true").contains(program);
  }

  /** What a command says until its end, whichever that is. */
  static String run(String command, String... environment) throws IOException {
    Path said = Files.createTempFile("rolewise-", ".out");
    try {
      ProcessBuilder shell = new ProcessBuilder("sh", "-c", command);
      for (int at = 0; at < environment.length; at += 2) {
        shell.environment().put(environment[at], environment[at + 1]);
      }
      Process process = shell.redirectErrorStream(true).redirectOutput(said.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " does not end: " + Files.readString(said));
      }
      return Files.readString(said);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } finally {
      Files.delete(said);
    }
  }

  private static Set<String> spans(Predicate<String> wanted) {
    Set<String> found = new TreeSet<>();
    for (String page : pages()) {
      Matcher span = SPAN.matcher(page);
      while (span.find()) {
        if (wanted.test(span.group(1))) {
          found.add(span.group(1));
        }
      }
    }
    return found;
  }

  private static List<String> pages() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(RunbookCommands::read)
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
