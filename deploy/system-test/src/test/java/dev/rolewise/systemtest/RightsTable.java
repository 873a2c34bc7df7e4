package dev.rolewise.systemtest;

import dev.rolewise.systemtest.PublicContract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The table {@code rights.csv}: a row per operation, a column per holder, in each cell the status
 * that this holder gets, with a problem's code where the status alone says too little. Lines that
 * begin with # are for people.
 */
record RightsTable(List<Row> rows) {
  private static final Path FILE = Path.of("src", "test", "resources", "rights.csv");

  /** Who asks. */
  enum Holder {
    /** Without any token. */
    NOBODY,
    /** The member token of a round of team A. */
    MEMBER,
    /** A ticket of a round of team A. */
    TICKET,
    /** A read-only link to a report of team A. */
    REPORT,
    ORGANISER_A,
    ORGANISER_B,
    /** What had a right to team A until a moment ago. */
    EXPIRED,
    /** What was taken back: tokens that were rotated. */
    REVOKED,
    /** The token of whoever edits content, which is nobody's of a team. */
    EDITOR;

    String title() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One operation.
   *
   * @param round which of team A's rounds it is about: open, closed, or - for none
   */
  record Row(
      String operation, String method, String path, String round, Map<Holder, String> cells) {
    String line() {
      List<String> fields = new ArrayList<>(List.of(operation, method, path, round));
      for (Holder holder : Holder.values()) {
        fields.add(cells.get(holder));
      }
      return String.join(",", fields);
    }

    /**
     * How the table begins for an operation: what the contract says, question marks for the rest.
     */
    static Row skeleton(Operation operation) {
      Map<Holder, String> cells = new EnumMap<>(Holder.class);
      for (Holder holder : Holder.values()) {
        cells.put(holder, expectation(operation, holder));
      }
      String round = operation.path().startsWith("/rounds/{id}") ? "open" : "-";
      return new Row(operation.id(), operation.method(), operation.path(), round, cells);
    }

    private static String expectation(Operation operation, Holder holder) {
      if (operation.rights().isEmpty()) {
        return "?";
      }
      boolean named =
          switch (holder) {
            case NOBODY, EXPIRED, REVOKED -> false;
            case ORGANISER_A, ORGANISER_B -> operation.rights().contains("organiser");
            default -> operation.rights().contains(holder.title());
          };
      return named ? "?" : holder == Holder.NOBODY ? "401" : "404";
    }
  }

  static RightsTable read() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      if (line.isBlank() || line.startsWith("#") || line.startsWith("operation,")) {
        continue;
      }
      String[] fields = line.split(",", -1);
      if (fields.length != 4 + Holder.values().length) {
        throw new IllegalStateException("rights.csv: " + fields.length + " fields in " + line);
      }
      Map<Holder, String> cells = new EnumMap<>(Holder.class);
      Arrays.stream(Holder.values())
          .forEach(holder -> cells.put(holder, fields[4 + holder.ordinal()].strip()));
      rows.add(new Row(fields[0], fields[1], fields[2], fields[3], cells));
    }
    return new RightsTable(List.copyOf(rows));
  }
}
