package dev.rolewise.bench.suite;

import dev.rolewise.assessment.access.Secrets;
import dev.rolewise.bench.load.Requests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Whole sheets with a ticket each, ready to be handed in. The tickets are put into the database as
 * the service would: drawing them is a request of its own and would be measured with the sheets.
 */
public final class Sheets implements Supplier<byte[]> {

  /** The largest round that may be announced. */
  public static final int MOST_OF_A_ROUND = 5_000;

  private static final String PATH = "/api/v1/sheets";

  private final List<Team> teams = new ArrayList<>();
  private final Iterator<byte[]> requests;

  private Sheets(Suite suite, int count) throws IOException, InterruptedException, SQLException {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    URI to = URI.create(suite.url());
    Secrets secrets = new Secrets();
    List<byte[]> made = new ArrayList<>(count);
    while (made.size() < count) {
      Team team = Team.open(http, suite.url(), MOST_OF_A_ROUND);
      teams.add(team);
      List<String> tickets = new ArrayList<>();
      for (int i = 0; i < MOST_OF_A_ROUND && made.size() < count; i++) {
        String ticket = secrets.code();
        tickets.add(ticket);
        made.add(
            Requests.post(
                to,
                PATH,
                team.sheet(i).encode().getBytes(StandardCharsets.UTF_8),
                "Authorization: Bearer " + ticket,
                "Idempotency-Key: " + UUID.randomUUID()));
      }
      hand(suite, team.round(), tickets);
    }
    requests = made.iterator();
  }

  /** So many sheets, for as many rounds as that takes. */
  public static Sheets of(Suite suite, int count)
      throws IOException, InterruptedException, SQLException {
    return new Sheets(suite, count);
  }

  private static void hand(Suite suite, String round, List<String> tickets) throws SQLException {
    try (Connection administrator = suite.postgres().administrate("rolewise");
        PreparedStatement insert =
            administrator.prepareStatement(
                "insert into assessment.ticket (hash, round) values (?, ?::uuid)")) {
      for (String ticket : tickets) {
        insert.setBytes(1, Secrets.fingerprint(ticket));
        insert.setString(2, round);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The next one to hand in; null when none is left. */
  @Override
  public byte[] get() {
    return requests.hasNext() ? requests.next() : null;
  }

  /** The teams whose rounds they are for. */
  public List<Team> teams() {
    return List.copyOf(teams);
  }
}
