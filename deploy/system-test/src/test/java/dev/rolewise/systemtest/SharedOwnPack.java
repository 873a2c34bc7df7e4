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
 * One suite that shows an organisation's own pack, for all tests that look at one: it is started
 * for the first of them and stopped after the last.
 */
final class SharedOwnPack implements ParameterResolver {
  private static final Namespace OURS = Namespace.create(SharedOwnPack.class);

  /**
   * A suite that showed what ships while the own pack came in.
   *
   * @param running shows the own pack
   * @param before a round that was opened before, with one answer
   * @param folder to delete
   */
  record Shown(RunningSuite running, Organiser before, Path folder) implements AutoCloseable {
    private static Shown now() {
      try {
        Path folder = Files.createTempDirectory("rolewise-own-pack-");
        Path data = folder.resolve("data");
        Organiser before;
        try (RunningSuite shipped = RunningSuite.start(data)) {
          before = Organiser.open(shipped.api(), "Before", 4, 1);
          before.answer(before.questionnaire().sheet(Organiser.PRODUCT_GAP));
          OwnPack.publish(shipped);
          shipped.api().get("/api/v1/roles/product-manager").expect(200);
          shipped.api().get("/api/v1/roles/exhibition-lead").expect(404);
        }
        return new Shown(OwnPack.shown(data), before, folder);
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

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Shown.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(Shown.class, key -> Shown.now(), Shown.class);
  }
}
