package dev.rolewise.systemtest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The page for operators, whose blocks are run as they stand there. */
final class Readme {

  private static final Path FILE = Path.of("..", "README.md").toAbsolutePath().normalize();
  private static final String INDENT = "    ";

  private final Path folder;
  private final Map<String, String> environment;

  /**
   * @param folder to run blocks in
   * @param environment they need beside what every process has
   */
  Readme(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = new HashMap<>(environment);
  }

  /** Runs the block below a heading. */
  void run(String heading) throws IOException, InterruptedException {
    Path output = Files.createTempFile("rolewise-", ".out");
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", block(heading))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    bash.environment().putAll(environment);
    bash.environment()
        .merge("PATH", "", (path, none) -> RunningSuite.currentJava().getParent() + ":" + path);
    Process process = bash.start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(180, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError(heading + " failed:\n" + said);
    }
  }

  /** The first block below a heading, without its indentation. */
  private static String block(String heading) throws IOException {
    List<String> lines = Files.readAllLines(FILE);
    int start = lines.indexOf("### " + heading);
    if (start < 0) {
      throw new AssertionError(FILE + " has no heading " + heading);
    }
    String block =
        lines.subList(start + 1, lines.size()).stream()
            .takeWhile(line -> !line.startsWith("#"))
            .dropWhile(line -> !line.startsWith(INDENT))
            .takeWhile(line -> line.startsWith(INDENT))
            .map(line -> line.substring(INDENT.length()))
            .collect(Collectors.joining("\n"));
    if (block.isEmpty()) {
      throw new AssertionError("no block below " + heading);
    }
    return block + "\n";
  }
}
