package dev.rolewise.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.gateway.contract.AskedMoments;
import dev.rolewise.gateway.contract.AskedMoments.Asked;
import dev.rolewise.gateway.contract.RunningGateway;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who signs in has the time of their own requests, whoever asked the issuer first. */
class SignInDeadlineTest {
  private static final List<String> STEPS =
      List.of(
          AssessmentAddresses.SESSION_BEGIN,
          AssessmentAddresses.SESSION_TAKE,
          AssessmentAddresses.SESSION_CREATE);

  @Test
  void eachStepEndsWithItsOwnRequest() {
    // a little less than the bus itself would wait for a change
    Duration whole = Duration.ofMillis(2_900);
    try (SigningInGateway house = new SigningInGateway(AccessMode.BOTH, whole)) {
      AskedMoments moments = AskedMoments.on(house.gateway.vertx());
      assertEquals(303, house.signIn(new Visitor()).status());
      // what is kept of the issuer was read by a request whose time is over after this
      RunningGateway.await(house.vertx.timer(whole.toMillis() + 1));
      assertEquals(303, house.signIn(new Visitor()).status());
      for (String step : STEPS) {
        assertEquals(2, moments.of(step).size(), step);
        moments.of(step).forEach(asked -> assertGivenAtMost(whole, asked));
      }
    }
  }

  @Test
  void soDoesALookWhoIsSignedIn() {
    // a little less than for a read; what comes of it makes no difference
    Duration whole = Duration.ofMillis(1_900);
    try (SigningInGateway house = new SigningInGateway(AccessMode.BOTH, whole)) {
      AskedMoments moments = AskedMoments.on(house.gateway.vertx());
      Visitor visitor = new Visitor();
      visitor.plant(house.origin(), SessionCookies.SESSION, "a".repeat(43));
      visitor.open(house.api("/session"));
      assertGivenAtMost(whole, moments.awaitFrom(AssessmentAddresses.SESSION_GET, 0));
    }
  }

  private static void assertGivenAtMost(Duration whole, Asked asked) {
    long given = asked.deadline() - asked.at();
    assertTrue(given > 0 && given <= whole.toMillis(), asked + " is given " + given + " ms");
  }
}
