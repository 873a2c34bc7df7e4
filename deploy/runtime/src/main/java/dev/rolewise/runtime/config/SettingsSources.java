package dev.rolewise.runtime.config;

import dev.rolewise.runtime.config.Settings.Layer;
import dev.rolewise.runtime.config.Settings.Layer.Spelling;
import dev.rolewise.runtime.json.JsonLimits;
import dev.rolewise.runtime.json.MalformedJson;
import dev.rolewise.runtime.json.StrictJson;
import io.vertx.config.ConfigRetriever;
import io.vertx.config.ConfigRetrieverOptions;
import io.vertx.config.ConfigStoreOptions;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where settings come from, weakest first: a default file on the class path, a mounted JSON file, a
 * directory with one file per secret, the environment and the system properties.
 *
 * @param defaults class path resource with JSON, empty for none
 * @param file mounted JSON file; named but not there is a fault
 * @param secrets directory whose files are named as the keys they hold, e.g. {@code
 *     database.password}; named but not there is a fault
 * @param environment of the process; names that start with {@code ROLEWISE_} count
 * @param properties of the JVM; names that start with {@code rolewise.} count
 */
public record SettingsSources(
    Optional<String> defaults,
    Optional<Path> file,
    Optional<Path> secrets,
    Map<String, String> environment,
    Map<String, String> properties) {

  private static final int LARGEST_SECRET = 64 * 1024;
  private static final long SCAN_MILLIS = 2_000;

  /** The environment and the system properties of this process, with the given files. */
  public static SettingsSources ofProcess(
      Optional<String> defaults, Optional<Path> file, Optional<Path> secrets) {
    Map<String, String> properties =
        System.getProperties().stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, System::getProperty));
    return new SettingsSources(defaults, file, secrets, System.getenv(), properties);
  }

  /** Reads everything; fails with {@link ConfigurationFaults} when a source cannot be read. */
  public Future<Settings> read(Vertx vertx) {
    List<Future<Optional<Layer>>> layers =
        List.of(
            defaults.map(name -> fromJson(vertx, name, "defaults")).orElse(absent()),
            file.map(path -> fromJson(vertx, path.toString(), path.toString())).orElse(absent()),
            secrets.map(path -> fromSecrets(vertx, path)).orElse(absent()));
    // joined, not failed fast: a bad file must not hide a missing directory
    return Future.join(layers)
        .transform(
            done -> {
              List<String> faults =
                  layers.stream()
                      .filter(Future::failed)
                      .flatMap(layer -> faults(layer.cause()).stream())
                      .toList();
              if (!faults.isEmpty()) {
                return Future.failedFuture(new ConfigurationFaults(faults));
              }
              List<Layer> found = new ArrayList<>();
              layers.forEach(layer -> layer.result().ifPresent(found::add));
              found.add(
                  Layer.of("environment", Spelling.ENVIRONMENT, only("ROLEWISE_", environment)));
              found.add(
                  Layer.of("system property", Spelling.PROPERTY, only("rolewise.", properties)));
              return Future.succeededFuture(new Settings(found));
            });
  }

  /**
   * Looks every few seconds whether the mounted file or one of the secrets has changed, for as long
   * as Vert.x is open. The environment and the system properties of a process never change.
   *
   * @param changed gets all settings read anew, or why they cannot be read; on an event loop
   */
  public void watch(Vertx vertx, Handler<AsyncResult<Settings>> changed) {
    List<ConfigStoreOptions> stores = new ArrayList<>();
    file.ifPresent(path -> stores.add(raw(path.toString(), "file")));
    secrets
        .filter(Files::isDirectory)
        .ifPresent(
            folder ->
                secretFiles(folder)
                    .forEach(path -> stores.add(raw(path.toString(), path.toString()))));
    if (stores.isEmpty()) {
      return;
    }
    // what is gone for a moment is a change like any other: reading it says what is wrong
    stores.forEach(store -> store.setOptional(true));
    ConfigRetriever retriever =
        ConfigRetriever.create(
            vertx,
            new ConfigRetrieverOptions()
                .setIncludeDefaultStores(false)
                .setScanPeriod(SCAN_MILLIS)
                .setStores(stores));
    retriever.listen(change -> read(vertx).onComplete(changed));
    // once at the beginning: something may have changed since the process read its settings
    retriever.getConfig().onComplete(first -> read(vertx).onComplete(changed));
  }

  private static Future<Optional<Layer>> absent() {
    return Future.succeededFuture(Optional.empty());
  }

  private static Future<Optional<Layer>> fromJson(Vertx vertx, String path, String origin) {
    return retrieve(vertx, List.of(raw(path, "content")))
        .compose(
            content -> {
              byte[] text = content.getString("content").getBytes(StandardCharsets.UTF_8);
              Map<String, Object> values = new LinkedHashMap<>();
              flatten("", StrictJson.object(text, JsonLimits.FILE), values);
              return Future.succeededFuture(Optional.of(Layer.of(origin, Spelling.DOTTED, values)));
            })
        .recover(failure -> Future.failedFuture(unreadable("configuration file " + path, failure)));
  }

  private static Future<Optional<Layer>> fromSecrets(Vertx vertx, Path folder) {
    List<Path> files;
    try {
      files = secretFiles(folder);
      for (Path file : files) {
        if (Files.size(file) > LARGEST_SECRET) {
          return Future.failedFuture(
              new ConfigurationFaults(List.of("The secret " + file + " is larger than 64 KiB.")));
        }
      }
    } catch (IOException | UncheckedIOException failed) {
      return Future.failedFuture(unreadable("directory of secrets " + folder, failed));
    }
    List<ConfigStoreOptions> stores =
        files.stream().map(file -> raw(file.toString(), file.getFileName().toString())).toList();
    return retrieve(vertx, stores)
        .map(
            content -> {
              Map<String, Object> values = new LinkedHashMap<>();
              // editors and `echo` leave a line end behind the secret
              content.forEach(
                  entry -> values.put(entry.getKey(), entry.getValue().toString().stripTrailing()));
              return Optional.of(Layer.of(folder.toString(), Spelling.DOTTED, values));
            })
        .recover(
            failure -> Future.failedFuture(unreadable("directory of secrets " + folder, failure)));
  }

  /** Mounted secrets come with hidden folders that hold the versions. */
  private static List<Path> secretFiles(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Future<JsonObject> retrieve(Vertx vertx, List<ConfigStoreOptions> stores) {
    ConfigRetrieverOptions options =
        new ConfigRetrieverOptions().setIncludeDefaultStores(false).setScanPeriod(-1);
    stores.forEach(options::addStore);
    ConfigRetriever retriever = ConfigRetriever.create(vertx, options);
    return retriever.getConfig().eventually(retriever::close);
  }

  private static ConfigStoreOptions raw(String path, String key) {
    return new ConfigStoreOptions()
        .setType("file")
        .setFormat("raw")
        .setConfig(
            new JsonObject().put("path", path).put("raw.type", "string").put("raw.key", key));
  }

  private static void flatten(String prefix, JsonObject object, Map<String, Object> values) {
    object
        .getMap()
        .forEach(
            (name, value) -> {
              if (value instanceof Map<?, ?>) {
                flatten(prefix + name + ".", object.getJsonObject(name), values);
              } else {
                values.put(prefix + name, value);
              }
            });
  }

  private static Map<String, String> only(String prefix, Map<String, String> all) {
    return all.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static ConfigurationFaults unreadable(String what, Throwable failure) {
    String why =
        failure instanceof MalformedJson json
            ? "is not valid JSON at line "
                + json.line()
                + ", column "
                + json.column()
                + " ("
                + words(json)
                + ")"
            : "cannot be read";
    return new ConfigurationFaults(List.of("The " + what + " " + why + "."));
  }

  private static String words(MalformedJson json) {
    return json.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<String> faults(Throwable cause) {
    return cause instanceof ConfigurationFaults known
        ? known.faults()
        : List.of("The configuration cannot be read.");
  }
}
