package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.session.Visitor;
import dev.rolewise.gateway.session.Visitor.Page;
import dev.rolewise.runtime.cluster.FreePorts;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same journey at a real Keycloak, through its own sign-in form; only with -Pkeycloak. */
class KeycloakIT {
  private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");

  @TempDir Path folder;

  @Test
  void anOrganisationSignsInAtKeycloakAndAnswers() throws Exception {
    int port = FreePorts.next();
    String[] settings = {
      "-Drolewise.access.mode=both",
      "-Drolewise.access.oidc.issuer=" + Keycloak.issuer(port),
      "-Drolewise.access.oidc.client-id=" + Keycloak.CLIENT,
      "-Drolewise.access.oidc.client-secret=" + Keycloak.SECRET
    };
    List<String> people =
        Stream.concat(Stream.of(SignInJourney.OWNER), SignInJourney.COLLEAGUES.stream()).toList();
    // the suite starts without its issuer, which has to know where the suite is
    try (RunningSuite suite = RunningSuite.configured(folder.resolve("data"), settings)) {
      String origin = "http://localhost:" + suite.port();
      assertEquals(503, new Visitor().open(origin + "/api/v1/session/start").status());
      long began = System.nanoTime();
      try (Keycloak keycloak =
          Keycloak.start(Path.of(System.getProperty("keycloak")), port, origin, people)) {
        System.out.println(
            "Keycloak answers after " + (System.nanoTime() - began) / 1_000_000_000 + " s");
        new SignInJourney(suite, KeycloakIT::login).run();
      }
    }
  }

  private static String login(Visitor visitor, String address, String person) {
    Page form = visitor.follow(address);
    assertEquals(200, form.status(), form.body());
    Matcher action = FORM.matcher(form.body());
    assertTrue(action.find(), form.body());
    String place = action.group(1).replace("&amp;", "&");
    Page answer =
        visitor.submit(
            URI.create(address).resolve(place).toString(),
            Map.of("username", person, "password", Keycloak.PASSWORD, "credentialId", ""));
    assertEquals(302, answer.status(), answer.body());
    return answer.location();
  }
}
