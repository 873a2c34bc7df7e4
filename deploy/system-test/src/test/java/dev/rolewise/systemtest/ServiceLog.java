package dev.rolewise.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process has said, at all its starts; kept among the build's files.
 *
 * @param file there once it has said something
 */
record ServiceLog(Path file) {
  private static final Pattern MEMBERS = Pattern.compile("the cluster has (\\d+) members");

  static ServiceLog named(String name) {
    return new ServiceLog(
        Path.of("target").toAbsolutePath().resolve(name + "-" + System.nanoTime() + ".log"));
  }

  String text() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The last number of members it has told; 0 before it has joined. */
  int members() {
    Matcher matcher = MEMBERS.matcher(text());
    int latest = 0;
    while (matcher.find()) {
      latest = Integer.parseInt(matcher.group(1));
    }
    return latest;
  }
}
