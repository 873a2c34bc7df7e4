package dev.rolewise.runtime.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * {@code @ExtendWith(PostgresDatabase.class)}: one embedded server per JVM, started on first use,
 * and a database per test class. Tests and life-cycle methods take it as a {@link TestDatabase}
 * parameter.
 */
public final class PostgresDatabase implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(PostgresDatabase.class);
  private static final AtomicInteger DATABASES = new AtomicInteger();

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestDatabase.class;
  }

  @Override
  public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
    EmbeddedPostgres server =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Server.class, key -> new Server(), Server.class)
            .postgres;
    ExtensionContext testClass = context;
    while (testClass.getParent().isPresent()
        && testClass.getParent().get().getTestClass().isPresent()) {
      testClass = testClass.getParent().get();
    }
    return testClass
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            TestDatabase.class,
            key -> new TestDatabase(server, "test_" + DATABASES.incrementAndGet()),
            TestDatabase.class);
  }

  /** Stopped by JUnit after the last test, or when the JVM ends before that. */
  private static final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final Thread onExit;

    private Server() {
      try {
        postgres = PreparedData.start(Files.createTempDirectory("rolewise-test-"));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      onExit = new Thread(postgres::closeAndDelete, "stop embedded postgres");
      Runtime.getRuntime().addShutdownHook(onExit);
    }

    @Override
    public void close() {
      Runtime.getRuntime().removeShutdownHook(onExit);
      postgres.closeAndDelete();
    }
  }
}
