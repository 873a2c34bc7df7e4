package dev.rolewise.kubernetes.program;

import dev.rolewise.assessment.AssessmentServiceMain;
import dev.rolewise.content.ContentServiceMain;
import dev.rolewise.gateway.GatewayMain;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program says about its configuration before it would run with it.
 *
 * @param exit code
 * @param said everything printed
 */
record CheckedConfiguration(int exit, String said) {

  private static final Map<String, Class<?>> PROGRAMS =
      Map.of(
          "content-service", ContentServiceMain.class,
          "assessment-service", AssessmentServiceMain.class,
          "gateway", GatewayMain.class);
  private static final long PATIENCE_SECONDS = 120;

  /** Asks the program of a service, with nothing in its environment but this. */
  static CheckedConfiguration of(String service, Map<String, String> environment)
      throws IOException, InterruptedException {
    return of(service, environment, Path.of(""), List.of());
  }

  /** The same with arguments beside the command, in a folder. */
  static CheckedConfiguration of(
      String service, Map<String, String> environment, Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PROGRAMS.get(service).getName(),
                "check-config"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toAbsolutePath().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("does not end: " + said);
    }
    return new CheckedConfiguration(process.exitValue(), said);
  }

  /** A setting as it is printed, e.g. of {@code managementPort=9000}. */
  String setting(String name) {
    Matcher matcher = Pattern.compile("[\\[ ]" + name + "=([^,\\]]*)").matcher(said);
    if (!matcher.find()) {
      throw new AssertionError(name + " is not among " + said);
    }
    return matcher.group(1);
  }

  int seconds(String name) {
    return (int) Duration.parse(setting(name)).toSeconds();
  }
}
