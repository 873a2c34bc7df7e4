package dev.rolewise.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a process wrote with {@code -Xlog:class+load}: where each of its classes came from. */
record LoadedClasses(long fromArchive, long fromJar, List<String> ownFromJar) {

  static LoadedClasses read(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.filter(line -> line.contains(" source: ")).toList();
      return new LoadedClasses(
          all.stream().filter(line -> line.contains("source: shared objects file")).count(),
          all.stream().filter(line -> line.contains(".jar")).count(),
          all.stream()
              .filter(line -> line.contains(".jar") && line.contains("dev.rolewise."))
              .toList());
    }
  }

  /** The share of the program's and Java's classes that were mapped rather than read. */
  double share() {
    return (double) fromArchive / (fromArchive + fromJar);
  }
}
