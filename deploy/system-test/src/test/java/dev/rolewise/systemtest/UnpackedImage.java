package dev.rolewise.systemtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The files of one service's image, laid out as a container engine would, and run as one would: in
 * a root of their own that cannot be written, by a user without rights, with nothing of this
 * machine but its kernel and its network.
 */
final class UnpackedImage {
  private static final String USER = "65532";

  /** What happens in the mounts of the process alone; its arguments are root, /tmp and command. */
  private static final String ENTER =
      """
      mount --bind "$1" "$1"
      mount --rbind /proc "$1/proc"
      mount --rbind /dev "$1/dev"
      mount --bind "$2" "$1/tmp"
      mount -o remount,bind,ro "$1"
      root=$1 folder=$3
      shift 3
      exec unshare --root="$root" --wd="$folder" %s -- "$@"
      """;

  private final Path root;
  private final JsonObject config;

  private UnpackedImage(Path root, JsonObject config) {
    this.root = root;
    this.config = config;
  }

  /** The tar that {@code mvn -Pimage package} makes, whether it is there or not. */
  static Path tar(ServiceUnderTest.Kind kind) {
    String name = kind.program();
    return Path.of("..", "images", name, "target", name + ".tar").toAbsolutePath().normalize();
  }

  /** Why images cannot be run on this machine; nothing when they can. */
  static Optional<String> obstacle() {
    List<String> attempt = new ArrayList<>(namespace());
    attempt.addAll(List.of("sh", "-c", "mount --bind /tmp /tmp && mount -o remount,bind,ro /tmp"));
    try {
      run(attempt);
      return Optional.empty();
    } catch (IOException | IllegalStateException refused) {
      return Optional.of("this machine allows no mounts of one's own: " + refused.getMessage());
    }
  }

  static UnpackedImage unpack(ServiceUnderTest.Kind kind, Path folder) throws IOException {
    Path layers = Files.createDirectories(folder.resolve("layers"));
    Path root = Files.createDirectories(folder.resolve("root"));
    run(List.of("tar", "-C", layers.toString(), "-xf", tar(kind).toString()));
    JsonObject manifest =
        new JsonArray(Files.readString(layers.resolve("manifest.json"))).getJsonObject(0);
    for (Object layer : manifest.getJsonArray("Layers")) {
      run(
          List.of(
              "tar",
              "--warning=no-unknown-keyword",
              "-C",
              root.toString(),
              "-xzpf",
              layers.resolve(layer.toString()).toString()));
      Files.delete(layers.resolve(layer.toString()));
    }
    for (String mounted : List.of("proc", "dev", "tmp")) {
      Files.createDirectories(root.resolve(mounted));
    }
    JsonObject config =
        new JsonObject(Files.readString(layers.resolve(manifest.getString("Config"))));
    return new UnpackedImage(root, config.getJsonObject("config"));
  }

  Path root() {
    return root;
  }

  /** What the image says about how it is run. */
  JsonObject config() {
    return config;
  }

  /** The variables that it sets unless somebody else does. */
  Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    for (Object variable : config.getJsonArray("Env")) {
      String[] parts = variable.toString().split("=", 2);
      variables.put(parts[0], parts[1]);
    }
    return variables;
  }

  /** Its entry point. */
  List<String> entryPoint() {
    return config.getJsonArray("Entrypoint").stream().map(Object::toString).toList();
  }

  /**
   * The words that run a command inside.
   *
   * @param temporary becomes its {@code /tmp}, the one place it can write to
   */
  List<String> inside(Path temporary, List<String> command) throws IOException {
    temporary.toFile().setWritable(true, false);
    temporary.toFile().setExecutable(true, false);
    temporary.toFile().setReadable(true, false);
    String user = isRoot() ? "--setgid=" + USER + " --setuid=" + USER : "";
    List<String> words = new ArrayList<>(namespace());
    words.addAll(
        List.of(
            "sh", "-euc", ENTER.formatted(user), "enter", root.toString(), temporary.toString()));
    words.add(config.getString("WorkingDir"));
    words.addAll(command);
    return words;
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static List<String> namespace() {
    return isRoot()
        ? List.of("unshare", "--mount", "--")
        : List.of("unshare", "--user", "--map-root-user", "--mount", "--");
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes());
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(command.get(0) + ": " + said.strip());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
