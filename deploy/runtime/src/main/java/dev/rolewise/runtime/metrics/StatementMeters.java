package dev.rolewise.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.spi.metrics.ClientMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL statements by the name in the comment they begin with, such as {@code /* assessment.ticket
 * *}{@code /}. Never by their text, and without their values, which are not even handed over.
 */
final class StatementMeters implements ClientMetrics<StatementMeters.Run, Object, Object> {

  static final String UNNAMED = "unnamed";

  private static final Pattern NAME = Pattern.compile("^/\\* ([a-z]+\\.[a-z0-9_]+) \\*/ ");

  /** More than there are; a text made up at run time must not fill the memory. */
  private static final int MOST_TEXTS = 2_000;

  private final MeterRegistry registry;
  private final Map<String, Statement> statements = new ConcurrentHashMap<>();

  StatementMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public Run requestBegin(String sql, Object same) {
    return new Run(statement(sql), System.nanoTime());
  }

  @Override
  public void responseEnd(Run run) {
    if (run != null) {
      run.statement().time().record(System.nanoTime() - run.began(), TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void requestReset(Run run) {
    if (run != null) {
      responseEnd(run);
      run.statement().failures().increment();
    }
  }

  /** The name in a statement's comment, or {@value #UNNAMED}. */
  static String name(String sql) {
    Matcher name = NAME.matcher(sql);
    return name.find() ? name.group(1) : UNNAMED;
  }

  private Statement statement(String sql) {
    Statement known = statements.get(sql);
    if (known != null) {
      return known;
    }
    Statement made = statementNamed(name(sql));
    if (statements.size() < MOST_TEXTS) {
      statements.put(sql, made);
    }
    return made;
  }

  private Statement statementNamed(String name) {
    return new Statement(
        Timer.builder("rolewise.statement.duration")
            .description("From sending an SQL statement to its result")
            .tag("statement", name)
            .register(registry),
        Counter.builder("rolewise.statement.failures")
            .description("SQL statements that the database refused or did not finish")
            .tag("statement", name)
            .register(registry));
  }

  /** One run of a statement. */
  record Run(Statement statement, long began) {}

  /** The meters of a statement. */
  record Statement(Timer time, Counter failures) {}
}
