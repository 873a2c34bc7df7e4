package dev.rolewise.runtime.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** With the Vert.x that is there, whose words it goes by, and event loops that are blocked. */
class WarmingUpTest {

  private static final long HANGS_MILLIS = 400;
  private static final Pattern BLOCKED = Pattern.compile("has been blocked for (\\d+) ms");

  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final WarmingUp filter = new WarmingUp(Duration.ofMillis(HANGS_MILLIS));
  private final Heard heard = new Heard();
  private final CountDownLatch enough = new CountDownLatch(1);
  private Vertx vertx;

  private static final class Heard extends AppenderBase<ILoggingEvent> {
    final BlockingQueue<Long> millis = new LinkedBlockingQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      Matcher blocked = BLOCKED.matcher(event.getFormattedMessage());
      if (blocked.find()) {
        millis.add(Long.parseLong(blocked.group(1)));
      }
    }

    long next() throws InterruptedException {
      Long next = millis.poll(60, TimeUnit.SECONDS);
      assertNotNull(next, "Vert.x tells of no blocked thread any more");
      return next;
    }
  }

  @BeforeEach
  void listen() {
    heard.setContext(context);
    heard.start();
    root.addAppender(heard);
    vertx =
        Vertx.vertx(
            new VertxOptions()
                .setMaxEventLoopExecuteTime(1)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                .setBlockedThreadCheckInterval(5)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS));
  }

  @AfterEach
  void stop() throws Exception {
    enough.countDown();
    context.getTurboFilterList().remove(filter);
    root.detachAppender(heard);
    vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @Test
  void onlyAThreadThatHangsIsToldOfWhileAProgramBegins() throws Exception {
    context.addTurboFilter(filter);
    block();
    long first = heard.next();
    assertTrue(first >= HANGS_MILLIS, first + " ms");
  }

  @Test
  void whateverIsBlockedIsToldOfAfterwards() throws Exception {
    LogSetup.apply(LogSetup.Format.PLAIN, "test", "INFO");
    assertEquals(1, context.getTurboFilterList().size());
    LogSetup.begun();
    assertEquals(0, context.getTurboFilterList().size());
    // whatever was there has been replaced
    heard.start();
    root.addAppender(heard);
    block();
    long first = heard.next();
    assertTrue(first < HANGS_MILLIS, first + " ms");
  }

  private void block() {
    vertx.runOnContext(
        begun -> {
          try {
            enough.await(60, TimeUnit.SECONDS);
          } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
