package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.cluster.FreePorts;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** A real process whose words matter: what it prints, how it ends, what its readiness says. */
final class ToldProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 90;
  private static final long LOOK_MILLIS = 50;

  /** What whoever is served hears of it: other lines. */
  private static final Pattern CONSEQUENCE =
      Pattern.compile(" WARN (\\d+ requests were refused|cannot read content from the database)");

  /** What a crowded machine adds once a process has begun, and not before. */
  private static final Pattern CROWDED = Pattern.compile(" WARN Thread \\S+ has been blocked");

  private final Process process;
  private final Path output;
  private final int management;
  private boolean begun;

  private ToldProcess(Process process, Path output, int management) {
    this.process = process;
    this.output = output;
    this.management = management;
  }

  /**
   * Starts a service from its packaged jar.
   *
   * @param command {@code serve} or another one
   * @param settings keys as in a configuration file
   * @param java options for the virtual machine
   */
  static ToldProcess service(
      ServiceUnderTest.Kind kind, String command, Map<String, String> settings, String... java)
      throws IOException {
    int port = FreePorts.next();
    List<String> line = java(java);
    line.addAll(List.of("-jar", kind.jar().toString(), command));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLEWISE_"));
    Map<String, String> environment = builder.environment();
    settings.forEach((key, value) -> environment.put(variable(key), value));
    environment.put(variable("log.format"), "plain");
    environment.put(variable("management.host"), "127.0.0.1");
    environment.put(variable("management.port"), Integer.toString(port));
    environment.put(variable("drain.delay"), "0s");
    return start(builder, port);
  }

  /** Starts the suite in one process, with these words before its command. */
  static ToldProcess suite(List<String> place, Path data, int http, String... java)
      throws IOException {
    int port = FreePorts.next();
    List<String> line = new ArrayList<>(place);
    line.addAll(java(java));
    line.addAll(List.of("-jar", RunningSuite.jar().toString(), "--data", data.toString()));
    line.addAll(List.of("--port", Integer.toString(http), "--management-port", "" + port));
    return start(new ProcessBuilder(line), port);
  }

  private static List<String> java(String... options) {
    List<String> line = new ArrayList<>(List.of(RunningSuite.currentJava().toString()));
    line.addAll(RunningSuite.QUICK_START);
    line.addAll(List.of(options));
    return line;
  }

  private static String variable(String key) {
    return "ROLEWISE_" + key.replace('.', '_').replace('-', '_').toUpperCase();
  }

  private static ToldProcess start(ProcessBuilder builder, int management) throws IOException {
    Path output = Files.createTempFile(Path.of("target").toAbsolutePath(), "told-", ".log");
    return new ToldProcess(
        builder.redirectErrorStream(true).redirectOutput(output.toFile()).start(),
        output,
        management);
  }

  long pid() {
    return process.pid();
  }

  /** It ends by itself, having said this one line and nothing else. */
  void endsAsTheTableSays(SlipTable.Slip slip) throws Exception {
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> "still runs: " + said());
    List<String> lines = said().lines().filter(line -> !line.isBlank()).toList();
    assertEquals(1, lines.size(), said());
    assertTrue(slip.isSaid(lines.get(0)), () -> lines.get(0) + "\nis not\n" + slip.line());
    assertEquals(slip.exit(), process.exitValue(), said());
  }

  /** It stays, not ready for this one reason, and has said so in its log in one line. */
  void waitsAsTheTableSays(SlipTable.Slip slip) {
    await(() -> why(slip.check()) != null && slip.isSaid(why(slip.check())), slip.line());
    ManagementPort.Health ready = health("/readyz");
    assertEquals(503, ready.status(), said());
    assertEquals(200, health("/livez").status(), said());
    await(() -> complaints().size() > 0, "a line in the log");
    List<String> complaints = complaints();
    assertEquals(1, complaints.size(), said());
    String complaint = complaints.get(0).replaceFirst("^\\S+ WARN (not ready: )?", "");
    assertTrue(slip.isSaid(complaint), () -> complaint + "\nis not\n" + slip.line());
    assertTrue(!said().contains("\tat ") || begun && CROWDED.matcher(said()).find(), said());
  }

  /** Returns when nothing is missing any more. */
  void becomesReady() {
    await(() -> health("/readyz").good(), "ready");
    begun = true;
  }

  /** Returns when it has said it. */
  void says(String words) {
    await(() -> said().contains(words), words);
  }

  /** Where it tells about itself. */
  String url() {
    return "http://127.0.0.1:" + management;
  }

  private void await(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (endsWithinAMoment() || System.nanoTime() > end) {
        throw new AssertionError(
            "not seen: " + what + "\n" + health("/readyz").body() + "\n" + said());
      }
    }
  }

  private boolean endsWithinAMoment() {
    try {
      return process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private ManagementPort.Health health(String path) {
    return ManagementPort.ask(url() + path);
  }

  private String why(String check) {
    var checks = health("/readyz").body().getJsonArray("checks");
    if (checks != null) {
      for (int i = 0; i < checks.size(); i++) {
        JsonObject found = checks.getJsonObject(i);
        if (found.getString("name").equals(check)) {
          assertNotNull(found.getBoolean("up"));
          return found.getString("why");
        }
      }
    }
    return null;
  }

  private List<String> complaints() {
    return said()
        .lines()
        .filter(line -> line.matches("\\S+ (WARN|ERROR) .*"))
        .filter(line -> !CONSEQUENCE.matcher(line).find())
        .filter(line -> !begun || !CROWDED.matcher(line).find())
        .toList();
  }

  private String said() {
    try {
      return Files.readString(output);
    } catch (IOException gone) {
      return gone.getMessage();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
