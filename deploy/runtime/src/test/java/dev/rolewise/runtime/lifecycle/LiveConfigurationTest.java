package dev.rolewise.runtime.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.rolewise.runtime.config.Secret;
import dev.rolewise.runtime.config.SettingsReader;
import dev.rolewise.runtime.config.SettingsSources;
import dev.rolewise.runtime.log.LogSetup;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A configuration file that changes while the process runs. */
class LiveConfigurationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private record Own(int notes, int port, Optional<Secret> key) {
    static Own read(SettingsReader reader) {
      return new Own(
          reader.whole("limits.notes", 5, 1, 100),
          reader.whole("http.port", 8080, 0, 65_535),
          reader.optionalSecret("http.key"));
    }
  }

  @TempDir Path folder;

  private final List<Own> applied = new CopyOnWriteArrayList<>();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Logger ours = (Logger) LoggerFactory.getLogger("dev.rolewise");
  private final Level before = ours.getLevel();
  private final AppenderBase<ILoggingEvent> ear =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          said.add(event.getFormattedMessage());
        }
      };
  private Vertx vertx;
  private Path file;
  private Path secrets;

  @BeforeEach
  void follow() throws Exception {
    ear.start();
    ((Logger) LoggerFactory.getLogger(LiveConfiguration.class)).addAppender(ear);
    vertx = Vertx.vertx();
    file = Files.writeString(folder.resolve("settings.json"), "{}");
    secrets = Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("http.key"), "first secret\n");
    ServiceDefinition<Own> definition =
        new ServiceDefinition<>(
                "example", Own::read, own -> Optional.empty(), (own, readiness) -> List.of())
            .changing(LiveChanges.below("limits.", applied::add));
    SettingsSources sources =
        new SettingsSources(
            Optional.empty(),
            Optional.of(file),
            Optional.of(secrets),
            Map.of("ROLEWISE_DRAIN_DELAY", "1s"),
            Map.of());
    ReadSettings<Own> atStart =
        ReadSettings.of(
            sources.read(vertx).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS),
            definition);
    LogSetup.setLevel(atStart.runtime().logLevel().name());
    LiveConfiguration.follow(vertx, sources, definition, atStart);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    ((Logger) LoggerFactory.getLogger(LiveConfiguration.class)).detachAppender(ear);
    ours.setLevel(before);
  }

  @Test
  void theLogLevelAndLimitsApplyWhileItRunsAndTheRestIsNamed() throws Exception {
    assertEquals(Level.INFO, ours.getLevel());
    write(
        "{\"log\": {\"level\": \"debug\"}, \"limits\": {\"notes\": 9}, \"http\": {\"port\": 81}}");
    await(() -> said.size() == 2);
    assertEquals(Level.DEBUG, ours.getLevel());
    assertEquals(1, applied.size());
    assertEquals(9, applied.get(0).notes());
    assertEquals(
        List.of(
            "Changed while running and in force from now on: limits.notes, log.level",
            "Changed, but only in force after a restart: http.port."
                + " Until then the old values hold."),
        said);
    // the port as it was at the start: nothing waits for a restart any more
    write("{\"log\": {\"level\": \"warn\"}, \"limits\": {\"notes\": 9}}");
    await(() -> ours.getLevel() == Level.WARN);
    assertEquals(1, applied.size());
    assertEquals(2, said.size(), said.toString());
  }

  @Test
  void aConfigurationWithAFaultIsRefusedWholeAndTheNextOneIsTaken() throws Exception {
    write("{\"log\": {\"level\": \"debug\"}, \"limits\": {\"notes\": 0, \"nots\": 1}}");
    await(() -> said.size() == 1);
    assertEquals(Level.INFO, ours.getLevel());
    assertEquals(List.of(), applied);
    assertTrue(said.get(0).startsWith("The changed configuration is not taken"), said.get(0));
    assertTrue(said.get(0).contains("limits.notes (" + file + ") must be between 1 and 100"));
    assertTrue(said.get(0).contains("limits.nots (" + file + ") is not a setting"), said.get(0));
    write("{\"limits\": ");
    await(() -> said.size() == 2);
    assertTrue(said.get(1).contains("is not valid JSON at line 1"), said.get(1));
    Files.delete(file);
    await(() -> said.size() == 3);
    assertTrue(said.get(2).contains(file + " cannot be read"), said.get(2));
    assertEquals(List.of(), applied);
    write("{\"limits\": {\"notes\": 7}}");
    await(() -> applied.size() == 1);
    assertEquals(7, applied.get(0).notes());
  }

  @Test
  void aChangedSecretIsNamedAndNeverShown() throws Exception {
    Files.writeString(secrets.resolve("http.key"), "hunter2");
    await(() -> said.size() == 1);
    assertTrue(said.get(0).contains("after a restart: http.key."), said.get(0));
    assertFalse(said.get(0).contains("hunter2"), said.get(0));
  }

  @Test
  void whatTheEnvironmentSaysCannotBeChangedByTheFile() throws Exception {
    write("{\"drain\": {\"delay\": \"9s\"}, \"limits\": {\"notes\": 8}}");
    await(() -> applied.size() == 1 && said.size() == 1);
    assertEquals("Changed while running and in force from now on: limits.notes", said.get(0));
  }

  /** In one step, as a mounted file changes. */
  private void write(String settings) throws Exception {
    Path next = Files.writeString(folder.resolve("next.json"), settings);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within " + PATIENCE + ": " + said);
      Thread.yield();
    }
  }
}
