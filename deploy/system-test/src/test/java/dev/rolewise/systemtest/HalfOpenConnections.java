package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;

/**
 * Connections that are open at one end only, as after a crash of the machine at the other: those
 * that members have to the gateways, and those that services have to the database, at once.
 */
final class HalfOpenConnections implements AutoCloseable {
  private static final int MOST = 2_000;
  private static final double SHEETS_PER_SECOND = 5;

  /** Members give a request up after ten seconds, and send it again then. */
  private static final double LATEST_SECONDS = 20;

  private final FaultedSuite suite;
  private final BreakableWays members;
  private final TcpProxy database;

  HalfOpenConnections(FaultedSuite suite) throws IOException {
    this.suite = suite;
    this.members = BreakableWays.to(suite.services().all(ServiceUnderTest.Kind.GATEWAY));
    this.database = suite.postgres().way();
  }

  /** No sheet is lost or counted twice, and everything is as it was within seconds. */
  void open() throws Exception {
    try (LoadedRound round =
        LoadedRound.open(
            suite, members.choosing(suite::nextGateway), "Half open", MOST, SHEETS_PER_SECOND)) {
      round.more(10);
      Instant broken = Instant.now();
      int toGateways = members.connections();
      int toDatabase = database.connections();
      assertTrue(toGateways > 0 && toDatabase > 0, toGateways + " and " + toDatabase);
      members.each(TcpProxy::halfOpen);
      database.halfOpen();
      round.more(20);
      suite.services().awaitReady();
      String fault =
          toGateways + " connections of members and " + toDatabase + " to the database half open";
      Figures figures = round.finish(fault, Figures.NONE, broken);
      assertTrue(
          figures.recovered() <= LATEST_SECONDS,
          "last failure after " + figures.recovered() + " s");
    }
  }

  @Override
  public void close() {
    members.close();
  }
}
