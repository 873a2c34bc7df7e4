package dev.rolewise.runtime.postgres;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * {@code @ExtendWith(PostgresDatabase.class)}: one embedded server per JVM, started on first use,
 * and a database per test class. Tests and life-cycle methods take it as a {@link TestDatabase}
 * parameter.
 */
public final class PostgresDatabase implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestDatabase.class;
  }

  @Override
  public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
    throw new UnsupportedOperationException("the embedded server follows");
  }
}
