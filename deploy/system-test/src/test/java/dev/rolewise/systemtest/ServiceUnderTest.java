package dev.rolewise.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One process of one service, from its packaged jar, on ports of its own that it keeps over
 * restarts. Can be stopped, killed, frozen and started again; whoever made it closes it.
 */
final class ServiceUnderTest implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 50;

  /** Which program it is. */
  enum Kind {
    CONTENT("content-service", "content-service"),
    ASSESSMENT("assessment-service", "assessment-service"),
    GATEWAY("gateway", "gateway");

    private final String folder;
    private final String jar;

    Kind(String folder, String jar) {
      this.folder = folder;
      this.jar = jar;
    }

    /** Its name in manifests, images and logs. */
    String program() {
      return jar;
    }

    /** The runnable jar that the service's module packages. */
    Path jar() {
      Path file =
          Path.of("..", "..", folder, "service", "target", jar + ".jar")
              .toAbsolutePath()
              .normalize();
      if (!Files.exists(file)) {
        throw new IllegalStateException(file + " is missing: package the services first.");
      }
      return file;
    }
  }

  private final Kind kind;
  private final Path folder;
  private final ServiceLog log;
  private final Map<String, String> settings = new TreeMap<>();
  private List<String> within = List.of();
  private Optional<UnpackedImage> image = Optional.empty();
  private final Map<String, String> imageEnvironment = new TreeMap<>();
  private boolean withClassData = true;
  private int heapMebibytes = 128;
  private Process process;
  private boolean frozen;

  /**
   * @param folder for its log and its temporary files, made when missing
   * @param settings keys as in a configuration file, e.g. {@code cluster.port}
   */
  ServiceUnderTest(Kind kind, String name, Path folder, Map<String, String> settings) {
    this.kind = kind;
    this.folder = folder.resolve(name);
    this.log = ServiceLog.named(name);
    this.settings.putAll(settings);
  }

  Kind kind() {
    return kind;
  }

  /** What it was told, and what it will be told at its next start. */
  String setting(String key) {
    return settings.get(key);
  }

  ServiceUnderTest set(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** How much heap its next start gets. */
  ServiceUnderTest heap(int mebibytes) {
    heapMebibytes = mebibytes;
    return this;
  }

  /** Where its next start takes place: words before its command, as of {@code ip netns exec}. */
  ServiceUnderTest within(List<String> place) {
    within = List.copyOf(place);
    return this;
  }

  /** Its next starts run the image, with these variables beside those that the image sets. */
  ServiceUnderTest from(UnpackedImage other, Map<String, String> variables, boolean classData) {
    image = Optional.of(other);
    imageEnvironment.putAll(other.environment());
    imageEnvironment.putAll(variables);
    withClassData = classData;
    return this;
  }

  /** Where it keeps what it needs for a while. */
  Path temporary() {
    return folder.resolve("tmp");
  }

  int port(String key) {
    return Integer.parseInt(settings.get(key));
  }

  /** Where a gateway answers. */
  String url() {
    return "http://" + settings.get("http.host") + ":" + port("http.port");
  }

  /** Where it tells about itself. */
  String managementUrl() {
    return "http://" + settings.get("management.host") + ":" + port("management.port");
  }

  /** Starts the process and returns at once. */
  ServiceUnderTest start() throws IOException {
    if (isAlive()) {
      throw new IllegalStateException("it is running already");
    }
    process = launch();
    frozen = false;
    return this;
  }

  /** Runs another of its commands to the end and returns what it printed. */
  String run(String command) throws IOException, InterruptedException {
    Process other = launch(command);
    if (!other.waitFor(STOP.toSeconds() * 2, TimeUnit.SECONDS)) {
      other.destroyForcibly();
      throw new AssertionError(command + " did not end:\n" + log());
    }
    if (other.exitValue() != 0) {
      throw new AssertionError(command + " ended with " + other.exitValue() + ":\n" + log());
    }
    return log();
  }

  private Process launch(String... command) throws IOException {
    Files.createDirectories(temporary());
    List<String> line = new ArrayList<>(within);
    if (image.isPresent()) {
      line.addAll(insideImage(image.get(), command));
    } else {
      line.add(RunningSuite.currentJava().toString());
      line.add("-Xmx" + heapMebibytes + "m");
      line.addAll(RunningSuite.QUICK_START);
      line.add("-Djava.io.tmpdir=" + temporary());
      line.addAll(List.of("-jar", kind.jar().toString()));
      line.addAll(List.of(command));
    }
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLEWISE_"));
    builder.environment().putAll(imageEnvironment);
    settings.forEach(
        (key, value) ->
            builder
                .environment()
                .put("ROLEWISE_" + key.replace('.', '_').replace('-', '_').toUpperCase(), value));
    return builder.start();
  }

  /** Number of its process, while it runs. */
  long pid() {
    return process.pid();
  }

  private List<String> insideImage(UnpackedImage unpacked, String... command) throws IOException {
    List<String> inside = new ArrayList<>(unpacked.entryPoint());
    inside.removeIf(word -> !withClassData && word.startsWith("-XX:SharedArchiveFile="));
    inside.addAll(List.of(command));
    return unpacked.inside(temporary(), inside);
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** What {@code /readyz}, {@code /livez} or {@code /startupz} says; status 0 when nothing does. */
  ManagementPort.Health health(String path) {
    return ManagementPort.ask(managementUrl() + path);
  }

  boolean isReady() {
    return isAlive() && health("/readyz").good();
  }

  ServiceUnderTest awaitReady(Duration patience) {
    await(patience, this::isReady, "ready");
    return this;
  }

  ServiceUnderTest awaitUnready(Duration patience) {
    await(patience, () -> !health("/readyz").good(), "unready");
    return this;
  }

  /** Waits until it has said how many members the cluster has, and that they are this many. */
  ServiceUnderTest awaitMembers(int members, Duration patience) {
    await(patience, () -> members() == members, "in a cluster of " + members);
    return this;
  }

  /** The last number of members it has told; 0 before it has joined. */
  int members() {
    return log.members();
  }

  private void await(Duration patience, BooleanSupplier condition, String what) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || endsWithinAMoment() && !condition.getAsBoolean()) {
        throw new AssertionError(
            (kind + " was not " + what + " within " + patience + ": " + health("/readyz").body())
                + (isAlive() ? "\n" : ", it has ended\n")
                + log());
      }
    }
  }

  private boolean endsWithinAMoment() {
    try {
      return process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Everything it has said, at all its starts. */
  String log() {
    return log.text();
  }

  /** SIGTERM, and waits for the end. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(kind + " did not stop within " + STOP + ":\n" + log());
    }
    return process.exitValue();
  }

  /** kill -9: no goodbye to anybody. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
  }

  /** SIGSTOP: it keeps its connections and says nothing. */
  void freeze() throws IOException, InterruptedException {
    signal("STOP");
    frozen = true;
  }

  /** SIGCONT. */
  void thaw() throws IOException, InterruptedException {
    signal("CONT");
    frozen = false;
  }

  private void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (!kill.waitFor(STOP.toSeconds(), TimeUnit.SECONDS) || kill.exitValue() != 0) {
      throw new IllegalStateException("SIG" + name + " could not be sent to " + process.pid());
    }
  }

  /** Ends it in any case; a frozen process hears nothing but SIGKILL. */
  @Override
  public void close() {
    if (isAlive()) {
      try {
        if (!frozen) {
          process.destroy();
        }
        if (frozen || !process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
          kill();
        }
      } catch (InterruptedException stopped) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
