package dev.rolewise.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the machine or of a JDK, run to its end. */
record Program(List<String> command, Path folder, Map<String, String> environment) {

  private static final long PATIENCE_SECONDS = 300;

  static Program of(Object... words) {
    List<String> command = new ArrayList<>();
    for (Object word : words) {
      command.add(word.toString());
    }
    return new Program(List.copyOf(command), Path.of(""), Map.of());
  }

  Program in(Path other) {
    return new Program(command, other, environment);
  }

  Program with(String variable, String value) {
    return new Program(command, folder, Map.of(variable, value));
  }

  /** What it said, whatever it ended with. */
  record Outcome(int exitCode, String said) {}

  /** Runs it and expects it to go well. */
  String run() {
    Outcome outcome = attempt();
    if (outcome.exitCode() != 0) {
      throw new ImageFault(
          command.get(0) + " ended with " + outcome.exitCode() + ":\n" + outcome.said());
    }
    return outcome.said();
  }

  /** Runs it; 127 when there is no such program. */
  Outcome attempt() {
    Path said = null;
    try {
      said = Files.createTempFile("rolewise-image-", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toAbsolutePath().toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().putAll(environment);
      // options meant for the build must not find their way into what it makes
      builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
      builder.environment().put("LC_ALL", "C");
      Process process;
      try {
        process = builder.start();
      } catch (IOException missing) {
        return new Outcome(127, missing.getMessage());
      }
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new ImageFault(command + " did not end within " + PATIENCE_SECONDS + " s.");
      }
      return new Outcome(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new ImageFault("cannot run " + command + ": " + failed.getMessage(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ImageFault(command.get(0) + " was interrupted.", stopped);
    } finally {
      if (said != null) {
        said.toFile().delete();
      }
    }
  }
}
