package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.postgres.EmbeddedPostgres.Durability;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An embedded server in a process of its own, which a test can kill. */
final class SeparatePostgres {

  private static final String READY = "ready";

  private SeparatePostgres() {}

  /** Starts it, has it write one row and returns once that is committed. */
  static Process start(Path data, List<Path> firstOnPath) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(SeparatePostgres.class.getName(), data.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    String path = builder.environment().get("PATH");
    for (Path folder : firstOnPath) {
      path = folder + File.pathSeparator + path;
    }
    builder.environment().put("PATH", path);
    Process process = builder.start();
    StringBuilder said = new StringBuilder();
    for (String line = process.inputReader().readLine();
        !READY.equals(line);
        line = process.inputReader().readLine()) {
      if (line == null) {
        throw new IllegalStateException("it ended before it was ready: " + said);
      }
      said.append(line).append('\n');
    }
    Files.writeString(data.resolve("said"), said);
    return process;
  }

  /** What it printed before it was ready. */
  static String said(Path data) throws IOException {
    return Files.readString(data.resolve("said"));
  }

  /** Ends it cleanly. */
  static void stop(Process process) throws Exception {
    process.outputWriter().close();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("it did not stop");
    }
  }

  /** The process itself: serves until its standard input ends. */
  public static void main(String[] arguments) throws Exception {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.start(Path.of(arguments[0]), Durability.NONE, System.out::println)) {
      EmbeddedPostgresTest.write(postgres, "written by another process");
      System.out.println(READY);
      System.in.transferTo(System.out);
    }
  }
}
