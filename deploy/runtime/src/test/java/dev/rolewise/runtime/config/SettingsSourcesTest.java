package dev.rolewise.runtime.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsSourcesTest {

  @TempDir private Path folder;
  private Vertx vertx;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void theLastSourceWins() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("rolewise.json"),
            "{\"example\":{\"b\":\"file\",\"c\":\"file\",\"d\":\"file\",\"e\":\"file\"}}");
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("example.c"), "secret\n");
    Files.writeString(secrets.resolve("example.d"), "secret\n");
    Files.createDirectory(secrets.resolve("..data"));
    Settings settings =
        read(
            new SettingsSources(
                Optional.of("config/example-defaults.json"),
                Optional.of(file),
                Optional.of(secrets),
                Map.of(
                    "ROLEWISE_EXAMPLE_D",
                    "environment",
                    "ROLEWISE_EXAMPLE_E",
                    "environment",
                    "HOME",
                    "/"),
                Map.of("rolewise.example.e", "property", "java.home", "/")));
    SettingsReader reader = new SettingsReader(settings);
    assertEquals("default", reader.requiredText("example.a"));
    assertEquals("file", reader.requiredText("example.b"));
    assertEquals("secret", reader.requiredText("example.c"));
    assertEquals("environment", reader.requiredText("example.d"));
    assertEquals("property", reader.requiredText("example.e"));
    assertEquals("done", reader.finish(() -> "done"));
  }

  @Test
  void anUnknownKeyIsNamedWithTheSourceItCameFrom() throws Exception {
    Settings settings =
        read(
            new SettingsSources(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("ROLEWISE_DATABASE_PASWORD", "hunter2"),
                Map.of("rolewise.databse.host", "db")));
    SettingsReader reader = new SettingsReader(settings);
    reader.text("database.host", "localhost");
    reader.optionalSecret("database.password");
    ConfigurationFaults faults =
        assertThrows(ConfigurationFaults.class, () -> reader.finish(() -> "never"));
    assertEquals(
        List.of(
            "ROLEWISE_DATABASE_PASWORD (environment) is not a setting of this program; did you mean"
                + " ROLEWISE_DATABASE_PASSWORD?",
            "rolewise.databse.host (system property) is not a setting of this program; did you mean"
                + " rolewise.database.host?"),
        faults.faults());
  }

  @Test
  void everySourceThatCannotBeReadIsNamedAtOnce() throws Exception {
    Path file = Files.writeString(folder.resolve("rolewise.json"), "{\n  \"a\": 1,\n  \"a\": 2\n}");
    Path secrets = folder.resolve("nowhere");
    ExecutionException failure =
        assertThrows(
            ExecutionException.class,
            () ->
                read(
                    new SettingsSources(
                        Optional.empty(),
                        Optional.of(file),
                        Optional.of(secrets),
                        Map.of(),
                        Map.of())));
    assertEquals(
        List.of(
            "The configuration file "
                + file
                + " is not valid JSON at line 3, column 3 (duplicate key).",
            "The directory of secrets " + secrets + " cannot be read."),
        ((ConfigurationFaults) failure.getCause()).faults());
  }

  private Settings read(SettingsSources sources) throws Exception {
    return sources.read(vertx).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
