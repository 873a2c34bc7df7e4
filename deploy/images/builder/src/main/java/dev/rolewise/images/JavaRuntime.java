package dev.rolewise.images;

import java.nio.file.Path;
import java.util.List;

/** A runtime with the modules that the services use, and no other. */
record JavaRuntime(Path home) {

  /**
   * What the services need: {@code jdk.zipfs} to look into their own jar, {@code jdk.net} to keep
   * connections of the cluster alive, {@code jdk.jfr} for an operator who has to look inside.
   */
  private static final List<String> MODULES =
      List.of(
          "java.base",
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
    return new JavaRuntime(home);
  }

  Path java() {
    return home.resolve("bin/java");
  }
}
