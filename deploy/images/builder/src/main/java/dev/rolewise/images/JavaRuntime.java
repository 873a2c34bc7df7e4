package dev.rolewise.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A runtime with the modules that the services use, and no other. */
record JavaRuntime(Path home) {

  /**
   * What the services need: {@code java.desktop} for the shapes that a PDF is drawn with (no
   * screen, no fonts of the machine), {@code jdk.zipfs} to look into their own jar, {@code jdk.net}
   * to keep connections of the cluster alive, {@code jdk.jfr} for an operator who has to look
   * inside.
   */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.sql",
          "java.xml",
          "jdk.crypto.ec",
          "jdk.jfr",
          "jdk.management",
          "jdk.net",
          "jdk.unsupported",
          "jdk.zipfs");

  /**
   * What {@code java.desktop} brings for screens, loudspeakers and fonts of the machine: nobody
   * here has any, and some of it asks for libraries that only machines with a screen have.
   */
  private static final List<String> LEFT_OUT =
      List.of(
          "libawt_xawt.so",
          "libfontmanager.so",
          "libfreetype.so",
          "libjavajpeg.so",
          "libjawt.so",
          "libjsound.so",
          "liblcms.so",
          "libmlib_image.so",
          "libsplashscreen.so");

  static JavaRuntime link(Jdk jdk, Path home) {
    Program.of(
            jdk.program("jlink"),
            "--add-modules",
            String.join(",", MODULES),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            home)
        .run();
    for (String library : LEFT_OUT) {
      Path file = home.resolve("lib").resolve(library);
      try {
        Files.deleteIfExists(file);
      } catch (IOException failed) {
        throw new ImageFault("cannot leave out " + file + ": " + failed.getMessage(), failed);
      }
    }
    return new JavaRuntime(home);
  }

  Path java() {
    return home.resolve("bin/java");
  }
}
