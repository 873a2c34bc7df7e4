package dev.rolewise.runtime.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every SQL statement that a service really sends, as the driver reports it, for the claim that
 * each says its name in a comment and that no two have the same one. The driver's own BEGIN and
 * COMMIT are not among them.
 */
public final class ExecutedStatements implements VertxTracerFactory {

  private static final Pattern NAME = Pattern.compile("^/\\* (([a-z]+)\\.[a-z0-9_]+) \\*/ \\S");

  /** Of all tests in this process, so that a name used twice is found wherever it is used. */
  private static final Map<String, String> TEXT_BY_NAME = new ConcurrentHashMap<>();

  private final Map<String, LongAdder> texts = new ConcurrentHashMap<>();

  /** A Vert.x whose statements are noted here. */
  public Vertx vertx() {
    return Vertx.builder().withTracer(this).build();
  }

  /** Names of the statements so far; fails for one without a name, or with that of another. */
  public Set<String> names(String service) {
    Set<String> names = new TreeSet<>();
    for (String text : texts.keySet()) {
      Matcher name = NAME.matcher(text);
      assertTrue(name.find(), () -> "a statement without a name of its own: " + text);
      assertTrue(
          Set.of(service, "runtime").contains(name.group(2)),
          () -> "a statement under the name of another service: " + text);
      String first = TEXT_BY_NAME.putIfAbsent(name.group(1), text);
      assertEquals(first == null ? text : first, text, "two statements with one name");
      names.add(name.group(1));
    }
    return names;
  }

  /** How often statements ran whose names begin like this. */
  public long runs(String begin) {
    return texts.entrySet().stream()
        .filter(text -> text.getKey().startsWith("/* " + begin))
        .mapToLong(text -> text.getValue().sum())
        .sum();
  }

  @Override
  public VertxTracer<?, ?> tracer(TracingOptions options) {
    return new VertxTracer<Void, Void>() {
      @Override
      public <R> Void sendRequest(
          Context context,
          SpanKind kind,
          TracingPolicy policy,
          R request,
          String operation,
          BiConsumer<String, String> headers,
          TagExtractor<R> tags) {
        String text = tags.extract(request).get("db.query.text");
        if (text != null) {
          texts.computeIfAbsent(text, first -> new LongAdder()).increment();
        }
        return null;
      }
    };
  }
}
