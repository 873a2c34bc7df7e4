package dev.rolewise.runtime.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a short command of the operating system and waits for it. */
final class SystemCommand {

  private static final int CANNOT_RUN = 127;

  private SystemCommand() {}

  /**
   * @param exit the command's exit code, 127 when it could not be run at all or took too long
   * @param output both of its output streams
   */
  record Outcome(int exit, String output) {

    boolean succeeded() {
      return exit == 0;
    }
  }

  static Outcome run(List<String> command, Duration patience) {
    try {
      // a file instead of a pipe: a server that outlives pg_ctl would hold the pipe open
      Path output = Files.createTempFile("rolewise-", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                // an unprivileged account may not enter the folder this program was started in
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          return new Outcome(
              CANNOT_RUN, command.get(0) + " took longer than " + patience.toSeconds() + " s");
        }
        return new Outcome(process.exitValue(), read(output));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException notThere) {
      return new Outcome(CANNOT_RUN, String.valueOf(notThere.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Outcome(CANNOT_RUN, "interrupted");
    }
  }

  private static String read(Path output) throws IOException {
    try (InputStream in = Files.newInputStream(output)) {
      return new String(in.readNBytes(64 * 1024), StandardCharsets.UTF_8).strip();
    }
  }
}
