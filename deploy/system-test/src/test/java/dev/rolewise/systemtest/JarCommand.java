package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a command of the packaged program, to its end.
 *
 * @param exitCode of the process
 * @param out what it printed
 * @param err what it complained about
 */
record JarCommand(int exitCode, String out, String err) {

  static JarCommand run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("rolewise-", ".out");
    Path err = Files.createTempFile("rolewise-", ".err");
    List<String> command = new ArrayList<>(List.of(RunningSuite.currentJava().toString()));
    command.addAll(RunningSuite.QUICK_START);
    command.addAll(List.of("-jar", RunningSuite.jar().toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      boolean ended = process.waitFor(120, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      assertTrue(ended, String.join(" ", command) + " did not end");
      return new JarCommand(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
