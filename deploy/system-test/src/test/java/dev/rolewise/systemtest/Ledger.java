package dev.rolewise.systemtest;

import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import dev.rolewise.systemtest.LoadGenerator.Acknowledged;
import dev.rolewise.systemtest.LoadGenerator.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What members were told beside what the database holds, sheet by sheet. Read while the round is
 * open: afterwards nobody can tell which sheet was whose, and that is the point of it.
 *
 * @param acknowledged sheets with a receipt
 * @param lost acknowledged sheets that are not stored, or whose receipt no ticket has
 * @param doubled sheets stored more than once, receipts given out twice, and counts that are larger
 *     than the sheets there are
 * @param stored rows of sheets
 */
record Ledger(int acknowledged, List<String> lost, List<String> doubled, int stored) {

  static Ledger of(EmbeddedPostgres postgres, Organiser round, NumberedSheets sheets, Tally tally)
      throws SQLException {
    try (Connection database = postgres.administrate("rolewise")) {
      return of(
          counts(
              database,
              "select comments ->> ?, count(*) from assessment.pending_sheet where round = ?"
                  + " group by 1",
              sheets.area(),
              UUID.fromString(round.round())),
          counts(
              database,
              "select receipt, count(*) from assessment.ticket where spent and round = ?"
                  + " group by 1",
              UUID.fromString(round.round())),
          counts(
                  database,
                  "select 'received', received from assessment.round where id = ?",
                  UUID.fromString(round.round()))
              .get("received"),
          sheets,
          tally.acknowledged());
    }
  }

  static Ledger of(
      Map<String, Integer> stored,
      Map<String, Integer> receipts,
      int received,
      NumberedSheets sheets,
      List<Acknowledged> acknowledged) {
    List<String> lost = new ArrayList<>();
    List<String> doubled = new ArrayList<>();
    Set<String> given = new HashSet<>();
    for (Acknowledged sent : acknowledged) {
      String mark = sheets.mark(sent.sheet());
      if (!stored.containsKey(mark) || !receipts.containsKey(sent.receipt())) {
        lost.add(mark + " with receipt " + sent.receipt());
      }
      if (!given.add(sent.receipt())) {
        doubled.add("receipt " + sent.receipt() + " was given to two members");
      }
    }
    stored.forEach((mark, times) -> more(doubled, mark + " is stored", times, 1));
    receipts.forEach((receipt, times) -> more(doubled, receipt + " is on tickets", times, 1));
    int rows = sum(stored);
    more(doubled, "sheets are counted", received, rows);
    more(doubled, "sheets are stored", rows, sum(receipts));
    if (received < acknowledged.size()) {
      lost.add("the round counts " + received + " sheets of " + acknowledged.size());
    }
    return new Ledger(acknowledged.size(), lost, doubled, rows);
  }

  private static void more(List<String> doubled, String what, int times, int allowed) {
    if (times > allowed) {
      doubled.add(what + " " + times + " times instead of " + allowed);
    }
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> counts(Connection database, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int index = 0; index < values.length; index++) {
        statement.setObject(index + 1, values[index]);
      }
      Map<String, Integer> counts = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          counts.put(String.valueOf(rows.getString(1)), rows.getInt(2));
        }
      }
      return counts;
    }
  }
}
