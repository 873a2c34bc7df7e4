package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.gateway.session.SmallIssuer;
import dev.rolewise.gateway.session.Visitor;
import dev.rolewise.gateway.session.Visitor.Page;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The packaged suite in an organisation that has people sign in, and its issuer, a small one. */
final class SigningInSuite implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final Vertx vertx;
  private final SmallIssuer issuer;
  private final RunningSuite suite;

  private SigningInSuite(Vertx vertx, SmallIssuer issuer, RunningSuite suite) {
    this.vertx = vertx;
    this.issuer = issuer;
    this.suite = suite;
  }

  /**
   * Starts both.
   *
   * @param mode of access: both or oidc
   */
  static SigningInSuite start(Path data, String mode) throws Exception {
    Vertx vertx = Vertx.vertx();
    SmallIssuer issuer = null;
    try {
      issuer = SmallIssuer.start(vertx).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return new SigningInSuite(
          vertx,
          issuer,
          RunningSuite.configured(
              data,
              "-Drolewise.access.mode=" + mode,
              "-Drolewise.access.oidc.issuer=" + issuer.url(),
              "-Drolewise.access.oidc.client-id=" + SmallIssuer.CLIENT,
              "-Drolewise.access.oidc.client-secret=" + SmallIssuer.SECRET));
    } catch (Exception failed) {
      if (issuer != null) {
        issuer.close();
      }
      vertx.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      throw failed;
    }
  }

  RunningSuite suite() {
    return suite;
  }

  SmallIssuer issuer() {
    return issuer;
  }

  /** Where browsers find it; by name, as cookies are kept per host. */
  String origin() {
    return "http://localhost:" + suite.port();
  }

  /** Gets somebody past the issuer, as a {@link SignInJourney.Login}. */
  String back(Visitor visitor, String address, String person) {
    issuer.person = person;
    Page issued = visitor.open(address);
    assertEquals(302, issued.status(), issued.body());
    return issued.location();
  }

  /** Somebody who has signed in. */
  Visitor signedIn(String person) {
    Visitor visitor = new Visitor();
    Page start = visitor.open(origin() + "/api/v1/session/start?returnTo=/start");
    Page arrived = visitor.open(back(visitor, start.location(), person));
    assertEquals(origin() + "/start", arrived.location(), arrived.body());
    return visitor;
  }

  @Override
  public void close() throws Exception {
    suite.close();
    issuer.close();
    vertx.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
