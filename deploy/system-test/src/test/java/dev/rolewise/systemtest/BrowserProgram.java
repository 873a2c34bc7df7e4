package dev.rolewise.systemtest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser that the journeys drive: {@code CHROME_BIN}, else a Chromium or Chrome on the path,
 * else the headless Chromium out of the npm registry. A machine without any of them gets a failure
 * that says what to do, never a skip.
 */
record BrowserProgram(Path path, List<String> arguments, Map<String, String> environment) {

  /** Nothing that the browser does on its own may leave this machine. */
  private static final List<String> QUIET =
      List.of(
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--no-sandbox",
          "--disable-dev-shm-usage");

  /** The build out of the npm registry has no GPU process and only the headless shell. */
  private static final List<String> PACKAGED =
      List.of("--headless=shell", "--in-process-gpu", "--no-zygote");

  static BrowserProgram find() throws IOException, InterruptedException {
    // -Dbrowser=packaged proves the last resort on a machine that has a browser of its own
    boolean packaged = "packaged".equals(System.getProperty("browser"));
    Optional<Path> own = packaged ? Optional.empty() : configured().or(BrowserProgram::onPath);
    if (own.isPresent()) {
      return new BrowserProgram(own.get(), QUIET, System.getenv());
    }
    Path program = unpacked();
    Path home = program.getParent();
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("LD_LIBRARY_PATH", home.resolve("lib").toString());
    environment.put("FONTCONFIG_FILE", home.resolve("fonts.conf").toString());
    return new BrowserProgram(
        program,
        Stream.concat(QUIET.stream(), PACKAGED.stream()).toList(),
        Map.copyOf(environment));
  }

  private static Optional<Path> configured() {
    String named = System.getenv("CHROME_BIN");
    if (named == null || named.isBlank()) {
      return Optional.empty();
    }
    Path path = Path.of(named);
    if (!Files.isExecutable(path)) {
      throw new IllegalStateException("CHROME_BIN names " + named + ", which is not a program.");
    }
    return Optional.of(path);
  }

  private static Optional<Path> onPath() {
    return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path unpacked() throws IOException, InterruptedException {
    Path folder = Path.of("target", "browser").toAbsolutePath();
    Process unpack =
        new ProcessBuilder("node", "browser/unpack.mjs", folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer = new String(unpack.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!unpack.waitFor(5, TimeUnit.MINUTES) || unpack.exitValue() != 0) {
      unpack.destroyForcibly();
      throw new IllegalStateException(
          "No browser for the journeys. Install Chromium or Chrome, or set CHROME_BIN.");
    }
    return Path.of(answer.strip());
  }
}
