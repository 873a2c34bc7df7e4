package dev.rolewise.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The libraries of this machine that a runtime is linked against, and the loader that brings them
 * together. They keep their places: that is where the loader looks for them without a cache.
 */
record CLibrary(Set<Path> files) {

  private static final Pattern NEEDED =
      Pattern.compile("^\\s+(?:\\S+ => )?(/\\S+) \\(0x[0-9a-f]+\\)$", Pattern.MULTILINE);

  CLibrary {
    files = Set.copyOf(files);
  }

  /** What every program and library of a runtime asks for that the runtime does not bring. */
  static CLibrary of(JavaRuntime runtime) {
    Set<Path> files = new TreeSet<>();
    try (Stream<Path> all = Files.walk(runtime.home())) {
      all.filter(CLibrary::isLinked).forEach(file -> files.addAll(needed(file, runtime)));
    } catch (IOException failed) {
      throw new ImageFault("cannot read " + runtime.home() + ": " + failed.getMessage(), failed);
    }
    if (files.stream().noneMatch(file -> file.getFileName().toString().startsWith("ld-"))) {
      throw new ImageFault(
          "Images are built on Linux with the GNU C library; ldd found no loader for "
              + runtime.java()
              + ".");
    }
    return new CLibrary(files);
  }

  private static boolean isLinked(Path file) {
    return Files.isRegularFile(file)
        && (file.toString().endsWith(".so")
            || file.getParent().endsWith("bin")
            || file.endsWith("jspawnhelper"));
  }

  private static Set<Path> needed(Path file, JavaRuntime runtime) {
    Path libraries = runtime.home().resolve("lib");
    String path = libraries + ":" + libraries.resolve("server");
    Program.Outcome outcome = Program.of("ldd", file).with("LD_LIBRARY_PATH", path).attempt();
    if (outcome.exitCode() != 0) {
      // a script, as keytool is not; nothing that is linked ends here
      return Set.of();
    }
    if (outcome.said().contains("not found")) {
      throw new ImageFault(file + " asks for a library that is missing:\n" + outcome.said());
    }
    Set<Path> files = new TreeSet<>();
    Matcher line = NEEDED.matcher(outcome.said());
    while (line.find()) {
      Path found = Path.of(line.group(1)).normalize();
      if (!found.startsWith(runtime.home().toAbsolutePath().normalize())) {
        files.add(found);
      }
    }
    return files;
  }

  void copyTo(Path root) {
    for (Path file : files) {
      Path copy = root.resolve(file.getRoot().relativize(file));
      try {
        Files.createDirectories(copy.getParent());
        // the file behind a link, under the name by which it is asked for
        Files.write(copy, Files.readAllBytes(file));
        copy.toFile().setExecutable(true, false);
      } catch (IOException failed) {
        throw new ImageFault("cannot copy " + file + ": " + failed.getMessage(), failed);
      }
    }
  }
}
