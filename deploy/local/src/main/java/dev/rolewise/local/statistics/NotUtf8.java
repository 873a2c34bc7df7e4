package dev.rolewise.local.statistics;

import dev.rolewise.local.input.InputFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the place where a file stops being UTF-8. */
final class NotUtf8 {

  private static final char REPLACEMENT = '\uFFFD';

  private NotUtf8() {}

  /** The fault, at the first character that could not be decoded. */
  static InputFault fault(Path path) {
    long line = 1;
    long column = 1;
    try (BufferedReader lenient =
        new BufferedReader(
            new java.io.InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
      for (int c = lenient.read(); c >= 0 && c != REPLACEMENT; c = lenient.read()) {
        column = c == '\n' ? 1 : c == ',' ? column + 1 : column;
        line += c == '\n' ? 1 : 0;
      }
    } catch (IOException unreadable) {
      return InputFault.in(path, "the file cannot be read.");
    }
    return InputFault.at(path, line, column, "this is not UTF-8.");
  }
}
