package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The way to the database loses everything and tells nobody, as behind a firewall that drops. */
final class SwallowingWay {
  private static final int STEADY = 200;
  private static final int SWALLOWED_SECONDS = AttackSize.of("swallowed-seconds", 6, 20);

  /** As long as a request may take on its way through the bus, and a little to come back. */
  private static final long LATEST_REFUSAL_MILLIS = 3_500;

  private final FaultedSuite suite;

  SwallowingWay(FaultedSuite suite) {
    this.suite = suite;
  }

  /** Refused in time while it lasts, back within seconds after it, and every receipt stands. */
  void swallow() throws Exception {
    Organiser organiser = Organiser.open(new Api(suite.nextGateway()), "Swallowed", STEADY, 1);
    try (SteadyMembers members =
        SteadyMembers.of(organiser, new Api(suite.gateway(0).url()), STEADY)) {
      members.awaitAccepted(STEADY / 4);
      long lost = System.nanoTime();
      suite.postgres().way().swallow();
      members.awaitRefusedAfter(lost + TimeUnit.SECONDS.toNanos(SWALLOWED_SECONDS));
      suite.postgres().way().letThrough();
      long open = System.nanoTime();
      suite.services().awaitReady();
      double ready = (System.nanoTime() - open) / 1e9;
      double accepted = (members.awaitAcceptedAfter(open) - open) / 1e9;
      members.awaitAccepted(STEADY);
      double last = members.secondsToLastRefusal(open);
      List<Long> refused = members.refusedBetween(lost, System.nanoTime());
      System.out.printf(
          Locale.ROOT,
          "way to the database swallowed everything for %.1f s: %d requests refused, half within"
              + " %d ms, the last within %d; after it was open again ready after %.1f s, a sheet"
              + " accepted after %.1f s, nothing refused after %.1f s%n",
          (open - lost) / 1e9,
          refused.size(),
          refused.get(refused.size() / 2),
          refused.get(refused.size() - 1),
          ready,
          accepted,
          last);
      assertEquals(List.of(), members.strange(), "neither answered nor refused as promised");
      assertTrue(refused.get(refused.size() - 1) <= LATEST_REFUSAL_MILLIS, "refused " + refused);
      assertTrue(Math.max(ready, Math.max(accepted, last)) <= 10, "back too late");
      members.everyReceiptIsTheSameWhenAskedAgain();
    }
    assertEquals(STEADY, organiser.state().getJsonObject("turnout").getInteger("n"));
  }
}
