package dev.rolewise.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * One suite for all attacks that need no settings of their own: it is started by the first of them
 * and stopped after the last.
 */
final class AttackedSuite implements BeforeAllCallback {
  private static volatile RunningSuite running;

  /** The suite; there is one as soon as a class with this extension has begun. */
  static RunningSuite get() {
    return running;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.create(AttackedSuite.class))
        .getOrComputeIfAbsent("suite", key -> Attacked.start(), Attacked.class);
  }

  private record Attacked(Path folder) implements CloseableResource, AutoCloseable {
    static Attacked start() {
      try {
        Path folder = Files.createTempDirectory("rolewise-attacked");
        running =
            RunningSuite.configured(
                folder.resolve("data"),
                "-Drolewise.limits.wrong-tokens-per-minute=1000000",
                "-Drolewise.limits.new-teams-per-hour=1000000");
        return new Attacked(folder);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }

    @Override
    public void close() throws IOException {
      running.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
