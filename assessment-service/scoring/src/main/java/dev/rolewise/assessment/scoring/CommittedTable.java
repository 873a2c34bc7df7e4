package dev.rolewise.assessment.scoring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table that was computed once and is shipped: lines of comma-separated numbers. */
final class CommittedTable {

  private CommittedTable() {}

  /**
   * The numbers, line by line, without remarks and heading.
   *
   * @param name of a file beside this class
   */
  static List<double[]> read(String name) {
    try (InputStream in = CommittedTable.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(CommittedTable::numbers)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " cannot be read", unreadable);
    }
  }

  private static double[] numbers(String line) {
    String[] cells = line.split(",");
    double[] numbers = new double[cells.length];
    for (int cell = 0; cell < cells.length; cell++) {
      numbers[cell] = Double.parseDouble(cells[cell]);
    }
    return numbers;
  }
}
