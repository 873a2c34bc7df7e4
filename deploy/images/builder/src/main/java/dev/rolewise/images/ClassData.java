package dev.rolewise.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The archive from which Java maps classes that it would otherwise read, check and lay out at every
 * start. It names the jar relative to the folder it is run in, and has the bytes of its classes,
 * size and time: the image has to have all of these the same.
 */
final class ClassData {

  private ClassData() {}

  /**
   * Makes {@code service.jsa} beside {@code service.jar}.
   *
   * @param folder of the jar, whose time must be final
   */
  static void make(JavaRuntime runtime, Path folder, String service, StartupClasses classes)
      throws IOException {
    Path list = Files.createTempFile("rolewise-", ".classes");
    Path archive = folder.resolve(service + ".jsa");
    try {
      Files.writeString(list, classes.text());
      Program.of(
              runtime.java().toAbsolutePath(),
              "-Xshare:dump",
              // whatever machine builds, the same bytes: classes that are linked ahead hold
              // addresses of one run, and the collector otherwise depends on memory and processors
              "-XX:-AOTClassLinking",
              "-XX:+UseG1GC",
              "-XX:ParallelGCThreads=1",
              // the only thing left that runs beside it: with compilers three dumps of nineteen had
              // one more method resolved, without them none of fifty
              "-Xint",
              "-Xms512m",
              "-Xmx512m",
              "-XX:SharedClassListFile=" + list,
              "-XX:SharedArchiveFile=" + archive.getFileName(),
              "-cp",
              service + ".jar")
          .in(folder)
          .run();
    } finally {
      Files.delete(list);
    }
    if (!Files.exists(archive)) {
      throw new ImageFault("Java made no class-data archive for " + service + ".");
    }
  }
}
