package dev.rolewise.assessment.suite;

import dev.rolewise.assessment.access.Secrets;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import io.vertx.core.json.JsonObject;
import java.util.HexFormat;

/** Somebody who is signed in, as the gateway would have said so. */
public final class TestSession {
  private final Suite suite;
  public final String secret;

  private TestSession(Suite suite, String secret) {
    this.suite = suite;
    this.secret = secret;
  }

  /** Signs somebody in for the usual times. */
  public static TestSession of(Suite suite, String person) {
    return replacing(suite, person, null);
  }

  /** Signs somebody in whose browser had another session. */
  public static TestSession replacing(Suite suite, String person, String before) {
    JsonObject created =
        suite.ask(
            AssessmentAddresses.SESSION_CREATE,
            new JsonObject()
                .put("identity", HexFormat.of().formatHex(Secrets.fingerprint(person)))
                .put("idleMinutes", 30)
                .put("absoluteMinutes", 720)
                .put("replaces", before));
    return new TestSession(suite, created.getString("session"));
  }

  public JsonObject get() {
    return suite.ask(AssessmentAddresses.SESSION_GET, message());
  }

  /** Starts a team as its owner and returns its id. */
  public String createTeam(String name) {
    return suite
        .ask(AssessmentAddresses.TEAM_CREATE, message().put("name", name))
        .getJsonObject("team")
        .getString("id");
  }

  /** A token to work on an own team. */
  public String organiser(String team) {
    return suite
        .ask(AssessmentAddresses.SESSION_ORGANISER, message().put("team", team))
        .getString("token");
  }

  /** Makes the team of an organiser link its own and returns the team's id. */
  public String claim(String organiser) {
    return suite
        .ask(AssessmentAddresses.SESSION_CLAIM, message().put("token", organiser))
        .getString("id");
  }

  /** Asks to give up a team. */
  public JsonObject leaving(String team, boolean lastMay) {
    return message().put("team", team).put("lastMay", lastMay);
  }

  public void end() {
    suite.ask(AssessmentAddresses.SESSION_END, message());
  }

  public JsonObject message() {
    return new JsonObject().put("session", secret);
  }

  /** The session beside a member token. */
  public JsonObject drawing(TestTeam team) {
    return message().put("token", team.member);
  }
}
