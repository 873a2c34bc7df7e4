package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.gateway.session.SmallIssuer;
import dev.rolewise.gateway.session.Visitor.Page;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with the packaged suite, its real database, and a small issuer of this test. */
class SignInIT {
  @TempDir Path folder;

  @Test
  void anOrganisationSignsInAndAnswers() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (SmallIssuer issuer = SmallIssuer.start(vertx).await(20, TimeUnit.SECONDS)) {
      String[] settings = {
        "-Drolewise.access.mode=both",
        "-Drolewise.access.oidc.issuer=" + issuer.url(),
        "-Drolewise.access.oidc.client-id=" + SmallIssuer.CLIENT,
        "-Drolewise.access.oidc.client-secret=" + SmallIssuer.SECRET
      };
      try (RunningSuite suite = RunningSuite.configured(folder.resolve("data"), settings)) {
        new SignInJourney(
                suite,
                (visitor, address, person) -> {
                  issuer.person = person;
                  Page issued = visitor.open(address);
                  assertEquals(302, issued.status(), issued.body());
                  return issued.location();
                })
            .run();
      }
    } finally {
      vertx.close().await(20, TimeUnit.SECONDS);
    }
  }
}
