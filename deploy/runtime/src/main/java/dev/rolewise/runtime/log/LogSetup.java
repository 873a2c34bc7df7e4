package dev.rolewise.runtime.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/** Sets logging up once, at the very start of a program. */
public final class LogSetup {

  /** How lines look and where they go. */
  public enum Format {
    /** JSON lines on standard output, for a collector. */
    JSON,
    /** Short lines on standard error, for a person. */
    PLAIN
  }

  /** Kept: a logger that nobody holds forgets its level. */
  private static final java.util.logging.Logger DRIVER =
      java.util.logging.Logger.getLogger("org.postgresql");

  private static final Duration HANGS = Duration.ofSeconds(20);

  private LogSetup() {}

  /**
   * Replaces whatever logging there was.
   *
   * @param service name of the service, part of every JSON line
   * @param level least level of our own messages: ERROR, WARN, INFO, DEBUG; libraries stay at WARN
   */
  public static void apply(Format format, String service, String level) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    Layout<ILoggingEvent> layout = format == Format.JSON ? new JsonLine(service) : new PlainLine();
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setTarget(format == Format.JSON ? "System.out" : "System.err");
    console.setEncoder(encoder);
    console.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(console);
    root.setLevel(Level.WARN);
    // Vert.x asks for the same gauge with every message, and that is worth a warning there
    context.getLogger("io.micrometer.core.instrument.MeterRegistry").setLevel(Level.ERROR);
    // ten lines a second about a member that is away; that it left is told once, by us
    context.getLogger("com.hazelcast.internal.server.tcp").setLevel(Level.ERROR);
    // what it says there, it also throws, and whoever catches that says it in one line
    DRIVER.setLevel(java.util.logging.Level.OFF);
    context.addTurboFilter(new WarmingUp(HANGS));
    setLevel(level);
  }

  /** The program does its work from now on: a thread that is blocked is worth a line again. */
  public static void begun() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getTurboFilterList().removeIf(WarmingUp.class::isInstance);
  }

  /** Changes the level of our own messages while the program runs. */
  public static void setLevel(String level) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger("dev.rolewise").setLevel(Level.toLevel(level, Level.INFO));
  }
}
