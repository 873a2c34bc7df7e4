package dev.rolewise.runtime.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page for operators, whose blocks tests run as they stand there. */
public final class OperatorsPage {

  /** Every module with tests of this page lies beside it. */
  public static final Path FILE = Path.of("..", "README.md").toAbsolutePath().normalize();

  private static final String INDENT = "    ";

  /**
   * Lines to be typed, without their indentation.
   *
   * @param heading they stand below
   * @param number among the blocks below this heading, from 1
   */
  public record Block(String heading, int number, String text) {

    @Override
    public String toString() {
      return heading + " (" + number + ")";
    }
  }

  private OperatorsPage() {}

  /** All of them, in the order of the page. */
  public static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String heading = "";
    int number = 0;
    List<String> lines = new ArrayList<>(Files.readAllLines(FILE));
    lines.add("");
    for (String line : lines) {
      if (line.startsWith(INDENT)) {
        text.append(line.substring(INDENT.length())).append('\n');
      } else if (!text.isEmpty()) {
        number++;
        blocks.add(new Block(heading, number, text.toString()));
        text.setLength(0);
      }
      if (line.matches("#+ .*")) {
        heading = line.replaceFirst("#+ ", "");
        number = 0;
      }
    }
    return blocks;
  }

  /** The block of a number below a heading. */
  public static Block block(String heading, int number) throws IOException {
    return blocks().stream()
        .filter(it -> it.heading().equals(heading) && it.number() == number)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(FILE + " has no block " + number + " below " + heading));
  }
}
