package dev.rolewise.systemtest;

import dev.rolewise.runtime.postgres.PreparedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running suite for all tests that need no settings of their own: it is started for the first
 * of them and stopped after the last. Teams do not see one another, so each test makes its own.
 */
final class SharedSuite implements ParameterResolver {
  private static final Namespace OURS = Namespace.create(SharedSuite.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningSuite.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(Started.class, key -> Started.now(), Started.class)
        .running();
  }

  private record Started(RunningSuite running, Path folder) implements AutoCloseable {
    static Started now() {
      try {
        Path folder = Files.createTempDirectory("rolewise-shared-");
        return new Started(
            RunningSuite.configured(
                folder.resolve("data"),
                "-Drolewise.limits.wrong-tokens-per-minute=1000000",
                "-Drolewise.limits.new-teams-per-hour=1000000"),
            folder);
      } catch (IOException failed) {
        throw new IllegalStateException(failed);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }

    @Override
    public void close() {
      running.close();
      PreparedData.delete(folder);
    }
  }
}
