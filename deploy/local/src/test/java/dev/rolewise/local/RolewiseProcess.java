package dev.rolewise.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The suite as a process of its own. */
final class RolewiseProcess implements AutoCloseable {

  private final Process process;
  private final List<String> welcome;

  private RolewiseProcess(Process process, List<String> welcome) {
    this.process = process;
    this.welcome = welcome;
  }

  /** Starts it on a free port and returns once it says that it runs. */
  static RolewiseProcess start(Path data, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--port", "0", "--data", data.toString()));
    arguments.addAll(List.of(options));
    Process process = launch(arguments);
    List<String> said = new ArrayList<>();
    for (String line = process.inputReader().readLine();
        line != null;
        line = process.inputReader().readLine()) {
      said.add(line);
      if (line.contains("Stop  ") && options.length == 0
          || line.contains("answer  ") && count(said, "answer  ") == 2) {
        return new RolewiseProcess(process, said);
      }
    }
    throw new AssertionError("it ended instead of starting: " + said);
  }

  /** Starts it with the given command line. */
  static Process launch(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    // the test's own log settings would speak before the suite has set its logging up
    command.add("-Dlogback.configurationFile=logback.xml");
    command.add(Launcher.class.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** The lines of the welcome that contain a link. */
  List<String> links() {
    return welcome.stream()
        .filter(line -> line.contains("/#/"))
        // the port differs from start to start
        .map(line -> line.substring(line.indexOf("/#/")))
        .toList();
  }

  int status(String path, String token) throws Exception {
    String open = welcome.stream().filter(line -> line.contains("Open")).findFirst().orElseThrow();
    URI address = URI.create(open.substring(open.indexOf("http")) + "/api/v1" + path);
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build();
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException, IOException {
    // Process.destroy would also close the stream that the goodbye comes from
    process.toHandle().destroy();
    String rest = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
      throw new AssertionError("it did not stop: " + rest);
    }
  }

  private static long count(List<String> lines, String part) {
    return lines.stream().filter(line -> line.contains(part)).count();
  }
}
