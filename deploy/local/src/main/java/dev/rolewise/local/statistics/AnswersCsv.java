package dev.rolewise.local.statistics;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.rolewise.assessment.scoring.statistics.AnswerTable;
import dev.rolewise.local.input.InputFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the fields of a CSV file one by one, straight into the columns of a table: no text is kept
 * but the names of teams.
 */
final class AnswersCsv extends AbstractBaseCsvCallbackHandler<Boolean> {

  static final String RESPONDENT = "respondent";
  static final String TEAM = "team";

  private static final int NOT_AN_ITEM = -1;
  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_RECORD = 1 << 20;

  private final Path path;
  private final ScaleSet scales;
  private final AnswerTable.Builder table;
  private final List<String> items;
  private final double[] answers;
  private final Map<String, String> teams = new HashMap<>();
  private final List<String> columns = new ArrayList<>();
  private int[] itemOfColumn;
  private String team;
  private long line = 1;
  private long blankLine;
  private long length;
  private boolean blank;

  AnswersCsv(Path path, ScaleSet scales) {
    this.path = path;
    this.scales = scales;
    this.items = scales.items();
    this.answers = new double[items.size()];
    this.table = AnswerTable.builder(scales.responses(), items);
  }

  /** Line of the record being read, from 1. */
  long line() {
    return line;
  }

  /** Column of the field being read, from 1. */
  int column() {
    return getFieldCount() + 1;
  }

  AnswerTable table() {
    if (itemOfColumn == null) {
      throw InputFault.at(path, 1, 1, "the file is empty; it needs a header.");
    }
    return table.build();
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    blank = false;
    length = 0;
    Arrays.fill(answers, Double.NaN);
    team = null;
  }

  @Override
  protected void handleEmpty() {
    blank = true;
    blankLine = blankLine == 0 ? line : blankLine;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
    if (blankLine > 0) {
      throw InputFault.at(path, blankLine, 1, "the line is blank, and more lines follow.");
    }
    length += size + 1L;
    if (length > LONGEST_RECORD) {
      throw fault(index, "the line is longer than a million characters.");
    }
    if (!quoted && contains(buffer, offset, size, '"')) {
      throw fault(index, "a quote stands inside a field that does not begin with one.");
    }
    if (itemOfColumn == null) {
      nameColumn(index, name(index, buffer, offset, size));
      return;
    }
    if (index >= columns.size()) {
      throw fault(
          index, "the row has more fields than the header, which has " + columns.size() + ".");
    }
    int item = itemOfColumn[index];
    if (item != NOT_AN_ITEM) {
      answers[item] = answer(index, buffer, offset, size);
    } else if (columns.get(index).equals(TEAM)) {
      team = size == 0 ? null : teamName(name(index, buffer, offset, size));
    } else {
      name(index, buffer, offset, size);
    }
  }

  private static boolean contains(char[] buffer, int offset, int size, char sought) {
    for (int at = offset; at < offset + size; at++) {
      if (buffer[at] == sought) {
        return true;
      }
    }
    return false;
  }

  /** One text per team, however many respondents name it. */
  private String teamName(String name) {
    return teams.computeIfAbsent(name, same -> same);
  }

  @Override
  protected Boolean buildRecord() {
    if (blank) {
      return Boolean.FALSE;
    }
    if (itemOfColumn == null) {
      header();
      return Boolean.FALSE;
    }
    if (getFieldCount() < columns.size()) {
      throw fault(
          getFieldCount(),
          "the row ends here; the header has "
              + columns.size()
              + " fields, this row "
              + getFieldCount()
              + ".");
    }
    table.row(team, answers);
    return Boolean.TRUE;
  }

  private void nameColumn(int index, String name) {
    boolean known = items.contains(name) || name.equals(RESPONDENT) || name.equals(TEAM);
    if (!known) {
      throw fault(index, "the column " + InputFault.quote(name) + " is not an item of any scale.");
    }
    if (columns.contains(name)) {
      throw fault(index, "the column " + InputFault.quote(name) + " stands twice.");
    }
    columns.add(name);
  }

  private void header() {
    for (String needed : List.of(RESPONDENT, TEAM)) {
      requireColumn(needed);
    }
    items.forEach(this::requireColumn);
    itemOfColumn = columns.stream().mapToInt(items::indexOf).toArray();
  }

  private void requireColumn(String needed) {
    if (!columns.contains(needed)) {
      throw fault(columns.size(), "the column " + InputFault.quote(needed) + " is missing.");
    }
  }

  private String name(int index, char[] buffer, int offset, int size) {
    if (size > LONGEST_NAME) {
      throw fault(index, "the name is longer than a thousand characters.");
    }
    for (int at = offset; at < offset + size; at++) {
      if (Character.isISOControl(buffer[at]) && !Character.isWhitespace(buffer[at])) {
        throw fault(index, "the field has a control character (code " + (int) buffer[at] + ").");
      }
    }
    return new String(buffer, offset, size);
  }

  private double answer(int index, char[] buffer, int offset, int size) {
    if (size == 0) {
      return Double.NaN;
    }
    double answer =
        size == 1 && isDigit(buffer[offset])
            ? buffer[offset] - '0'
            : decimal(index, new String(buffer, offset, size));
    if (!scales.responses().contains(answer)) {
      throw fault(
          index,
          "the answer "
              + InputFault.quote(new String(buffer, offset, size))
              + " is outside the scale, "
              + plain(scales.responses().lowest())
              + " to "
              + plain(scales.responses().highest())
              + ".");
    }
    return answer;
  }

  private double decimal(int index, String text) {
    if (!PlainNumber.is(text)) {
      throw fault(index, InputFault.quote(text) + " is not a number.");
    }
    return Double.parseDouble(text);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) < 1e15
        ? Long.toString((long) bound)
        : Double.toString(bound);
  }

  private InputFault fault(int index, String what) {
    String named =
        itemOfColumn != null && index < columns.size()
            ? "(" + InputFault.quote(columns.get(index)) + ") "
            : "";
    return InputFault.at(path, line, index + 1L, named + what);
  }
}
