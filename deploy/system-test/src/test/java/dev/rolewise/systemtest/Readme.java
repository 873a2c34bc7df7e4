package dev.rolewise.systemtest;

import dev.rolewise.runtime.page.OperatorsPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The page for operators, whose blocks are run as they stand there. */
final class Readme {

  /** In which the page has everything typed. */
  private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();

  private final Map<String, String> environment;
  private Duration patience = Duration.ofMinutes(3);

  /**
   * @param own folder for what only the operator should have
   * @param environment they need beside what every process has
   */
  Readme(Path own, Map<String, String> environment) {
    this.environment = new HashMap<>(environment);
    this.environment.put("PRIVATE", own.toString());
  }

  /** For blocks that take longer than most. */
  Readme within(Duration other) {
    patience = other;
    return this;
  }

  /** Runs the first block below a heading. */
  void run(String heading) throws IOException, InterruptedException {
    run(heading, 1);
  }

  /** Runs the block of a number below a heading. */
  void run(String heading, int number) throws IOException, InterruptedException {
    Path output = Files.createTempFile("rolewise-", ".out");
    ProcessBuilder bash =
        new ProcessBuilder(
                "bash", "-euo", "pipefail", "-c", OperatorsPage.block(heading, number).text())
            .directory(REPOSITORY.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    bash.environment().putAll(environment);
    bash.environment()
        .merge("PATH", "", (path, none) -> RunningSuite.currentJava().getParent() + ":" + path);
    Process process = bash.start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError(heading + " failed:\n" + said);
    }
  }
}
