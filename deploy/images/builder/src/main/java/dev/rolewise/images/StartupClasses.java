package dev.rolewise.images;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The classes that a service loads while it starts and answers, as they were seen in a run. Kept
 * with the sources: two runs never load quite the same, and two builds of one commit have to make
 * the same image.
 */
record StartupClasses(SortedSet<String> lines) {

  /** What a Java since told to note in a run: comments, and what only newer formats can use. */
  private static final List<String> LEFT_OUT = List.of("#", "@cp ", "@class-reflection");

  StartupClasses {
    lines = new TreeSet<>(lines);
  }

  /** Reads what {@code -XX:DumpLoadedClassList} wrote. */
  static StartupClasses seen(Path dumped) throws IOException {
    try (Stream<String> all = Files.lines(dumped)) {
      return new StartupClasses(
          all.filter(line -> !line.isBlank() && LEFT_OUT.stream().noneMatch(line::startsWith))
              // numbers are of one run, and a class of another loader cannot be told from its name
              .filter(line -> line.startsWith("@") || !line.contains(" source: "))
              .map(line -> line.replaceFirst(" id: \\d+.*", ""))
              .collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
    }
  }

  static StartupClasses read(Path kept) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(kept)), StandardCharsets.UTF_8))) {
      return new StartupClasses(
          reader.lines().collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
    } catch (IOException failed) {
      throw new ImageFault("cannot read " + kept + ": " + failed.getMessage(), failed);
    }
  }

  /** Keeps them; the same classes are always the same bytes. */
  void write(Path kept) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(kept))) {
      out.write(text().getBytes(StandardCharsets.UTF_8));
    }
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
