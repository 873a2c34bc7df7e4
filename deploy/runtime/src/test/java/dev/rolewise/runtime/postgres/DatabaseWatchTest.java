package dev.rolewise.runtime.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.rolewise.runtime.health.Readiness;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DatabaseWatchTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(DatabaseWatch.class);
  private final AppenderBase<ILoggingEvent> ear =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          said.add(event.getFormattedMessage());
        }
      };
  private final Readiness readiness = Readiness.create();
  private EmbeddedPostgres postgres;
  private Vertx vertx;

  @BeforeEach
  void open() throws Exception {
    ear.start();
    logger.addAppender(ear);
    logger.setLevel(Level.INFO);
    vertx = Vertx.vertx();
    postgres = PreparedData.start(Files.createTempDirectory("rolewise-watch-"));
  }

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
    postgres.closeAndDelete();
    logger.detachAppender(ear);
    logger.setLevel(null);
  }

  @Test
  void aDatabaseThatComesLateAndGoesAgainIsToldOnceEachAndFoundByItself() throws Exception {
    DatabaseSettings settings = postgres.provision("watched", "example");
    Migrations migrations = new Migrations(settings, "db/example");
    String where = "watched on 127.0.0.1:" + settings.port();
    migrations.run();
    postgres.interrupt();

    get(vertx.deployVerticle(new DatabaseWatch("example-database", migrations, readiness)));
    readiness.started();
    await(() -> !said.isEmpty());
    assertTrue(
        said.get(0).startsWith("not ready: The database " + where + " cannot be used by example"),
        said.get(0));
    assertEquals(false, ready());

    postgres.resume();
    // nobody asks for the readiness: it finds out by itself
    await(() -> said.contains("The database " + where + " can be used again"));
    await(this::ready);

    said.clear();
    postgres.interrupt();
    for (int question = 0; question < 20; question++) {
      assertEquals(false, ready());
    }
    // broken off, then refused: at most one line for each way to be away
    assertTrue(!said.isEmpty() && said.size() <= 3, said.toString());
    postgres.resume();
    await(this::ready);
  }

  private boolean ready() {
    try {
      return get(readiness.ask()).ready();
    } catch (Exception never) {
      throw new AssertionError(never);
    }
  }

  private void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within " + PATIENCE + ": " + said);
      Thread.yield();
    }
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
