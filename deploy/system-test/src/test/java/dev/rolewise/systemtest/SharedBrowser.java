package dev.rolewise.systemtest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One browser for all test classes that look at pages; it is started for the first of them and
 * closed after the last.
 */
final class SharedBrowser implements ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(SharedBrowser.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Program.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent("browser", key -> Program.start(), Program.class);
  }

  /** The browser's process. */
  record Program(Playwright playwright, Browser browser) implements AutoCloseable {
    static Program start() {
      Map<String, String> environment = new HashMap<>(System.getenv());
      environment.put("PLAYWRIGHT_NODEJS_PATH", node().toString());
      environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
      PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
      BrowserProgram program = find();
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
      try {
        return new Program(
            playwright,
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(program.path())
                        .setArgs(program.arguments())
                        .setEnv(program.environment())));
      } catch (RuntimeException failed) {
        playwright.close();
        throw failed;
      }
    }

    private static BrowserProgram find() {
      try {
        return BrowserProgram.find();
      } catch (IOException failed) {
        throw new IllegalStateException(failed);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }

    private static Path node() {
      return Stream.of(System.getenv("PATH").split(":"))
          .map(folder -> Path.of(folder, "node"))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException("Node 20.19 or newer has to be on the PATH."));
    }

    @Override
    public void close() {
      playwright.close();
    }
  }
}
