package dev.rolewise.systemtest;

import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import dev.rolewise.runtime.postgres.PreparedData;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The data folder as the packaged suite leaves it after its first start: made once for every build
 * of the program, copied for tests that are not about the first start.
 */
final class PreparedSuite {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private PreparedSuite() {}

  /** Fills a folder that is missing. */
  static synchronized void fill(Path data) throws IOException, InterruptedException {
    if (EmbeddedPostgres.runsAsAnotherAccount()) {
      // it may have no way into the folder of the build; each suite then makes its own
      return;
    }
    // tests of other processes want it at the same moment
    try (FileChannel file =
            FileChannel.open(
                TARGET.resolve("prepared.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      Path prepared = TARGET.resolve("prepared-" + version());
      if (!Files.isDirectory(prepared)) {
        make(prepared);
      }
      PreparedData.copy(prepared, data);
    }
  }

  private static void make(Path prepared) throws IOException, InterruptedException {
    try (Stream<Path> inside = Files.list(TARGET)) {
      List<Path> older =
          inside
              .filter(Files::isDirectory)
              .filter(path -> path.getFileName().toString().startsWith("prepared-"))
              .toList();
      older.forEach(PreparedData::delete);
    }
    Path fresh = TARGET.resolve("prepared-half");
    RunningSuite.startNew(RunningSuite.currentJava(), fresh).stop();
    Files.move(fresh, prepared, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Another build of the program may leave other data. */
  private static String version() throws IOException {
    Path jar = RunningSuite.jar();
    return Files.size(jar) + "-" + Files.getLastModifiedTime(jar).toMillis();
  }
}
