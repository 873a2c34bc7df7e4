package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.Api.Answer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets, an address and a comment go through the whole journey, right and wrong, with the log at
 * its most talkative. Afterwards none of them is in the log, in PostgreSQL's files, in an error, in
 * an address that a Referer could carry, or in /privacy.
 */
class CanaryIT {
  private static final String ADDRESS = "203.0.113.77";
  private static final String COMMENT = "canary comment " + UUID.randomUUID();
  private static final String KEY = "canary-key-" + UUID.randomUUID();

  /** Where tables and their journal are: comments have to be kept somewhere. */
  private static final List<String> TABLES = List.of("base", "pg_wal");

  @TempDir static Path folder;

  private final Map<String, String> canaries = new LinkedHashMap<>();
  private final List<Answer> transcript = new ArrayList<>();
  private Api api;

  @Test
  void noSecretLeavesATrace() throws Exception {
    Path data = folder.resolve("data");
    String log;
    try (RunningSuite suite =
        RunningSuite.configured(
            data,
            "-Drolewise.log.level=TRACE",
            "-Drolewise.http.trusted-proxies=127.0.0.1",
            "-Drolewise.limits.wrong-tokens-per-minute=10000")) {
      api = suite.api();
      canaries.put("address", ADDRESS);
      canaries.put("comment", COMMENT);
      canaries.put("key", KEY);
      Organiser organiser = journey(suite);
      wrongTurns(organiser);
      limits();
      transcript.addAll(api.transcript());
      log = suite.log();
    }
    assertTrue(log.contains("status=404"), "the log says nothing at all:\n" + log);
    assertFree("the log", log);
    for (Answer answer : transcript) {
      assertFree("the address of " + answer.request(), answer.request());
      if (answer.status() >= 400) {
        assertFree("the refusal of " + answer.request(), answer.body());
      }
      assertFree("the headers of " + answer.request(), answer.headers().toString());
      if (answer.request().contains("/privacy")) {
        assertFree("/privacy", answer.body());
      }
      linksKeepSecretsBehindTheHash(answer);
    }
    System.out.printf(
        "%d canaries, %d answers, %d lines of log, %d files: no trace%n",
        canaries.size(), transcript.size(), log.lines().count(), scan(data));
  }

  private Organiser journey(RunningSuite suite) throws Exception {
    JsonObject created =
        from("POST", "/api/v1/teams", null, new JsonObject().put("name", "Canary")).json();
    JsonObject rights = created.getJsonObject("organiser");
    canaries.put("first token", rights.getString("token"));
    canaries.put("recovery code", rights.getString("recoveryCode"));
    canaries.put("recovery code, bare", rights.getString("recoveryCode").replace("-", ""));
    String recovered =
        from(
                "POST",
                "/api/v1/organiser/recover",
                null,
                new JsonObject().put("code", rights.getString("recoveryCode")))
            .json()
            .getJsonObject("organiser")
            .getString("token");
    canaries.put("token", recovered);
    JsonObject opened =
        from(
                "POST",
                "/api/v1/rounds",
                recovered,
                new JsonObject().put("instrument", "role-gap-scan").put("size", 6))
            .json();
    canaries.put("member token", opened.getJsonObject("member").getString("token"));
    Organiser organiser =
        new Organiser(
            api,
            recovered,
            opened.getJsonObject("round").getString("id"),
            opened.getJsonObject("member").getString("token"),
            Questionnaire.read(api, 1));
    try (LiveStream live = LiveStream.open(suite.url(), organiser.round(), recovered)) {
      for (int member = 0; member < 6; member++) {
        String ticket =
            from("POST", "/api/v1/tickets", organiser.member(), null).json().getString("ticket");
        canaries.put("ticket " + member, ticket);
        from("GET", "/api/v1/participation", ticket, null);
        JsonObject sheet = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
        sheet.put("comments", new JsonObject().put("P1", COMMENT));
        submit(ticket, KEY + member, sheet);
        submit(ticket, KEY + member, sheet);
      }
      live.awaitTurnout(6);
      assertFree("the live stream", live.text());
    }
    String round = "/api/v1/rounds/" + organiser.round();
    from("POST", round + "/close", recovered, null);
    for (String path :
        List.of(
            "", "/report", "/report.bundle.json", "/report.csv", "/report.xlsx", "/report.pdf")) {
      from("GET", round + path, recovered, null);
    }
    from("GET", "/api/v1/privacy", recovered, null);
    return organiser;
  }

  /**
   * Each secret where it does not belong, as a value and as the name of a field, and sheets that
   * are wrong around it.
   */
  private void wrongTurns(Organiser organiser) {
    for (var canary : Map.copyOf(canaries).entrySet()) {
      String secret = canary.getValue();
      from("GET", "/api/v1/team", secret + "x", null);
      from("DELETE", "/api/v1/rounds/" + organiser.round(), secret.toLowerCase(), null);
      from("POST", "/api/v1/teams", secret, new JsonObject().put("secret", secret));
      from("POST", "/api/v1/teams", null, new JsonObject().put("name", secret.repeat(9)));
      // a name that is shorter than any secret is told back in the pointer, as it was made up
      String name = canary.getKey().equals("address") ? "name" : secret;
      from("POST", "/api/v1/teams", null, new JsonObject().put(name, "name"));
      from("POST", "/api/v1/rounds", organiser.token(), new JsonObject().put("instrument", secret));
      from(
          "PATCH",
          "/api/v1/rounds/" + organiser.round(),
          organiser.token(),
          new JsonObject().put("size", secret).put("deadline", secret));
      from("POST", "/api/v1/organiser/recover", null, new JsonObject().put("code", secret + "0"));
      JsonObject sheet = organiser.questionnaire().sheet(Organiser.HEALTHY);
      sheet.put("comments", new JsonObject().put("X9", secret).put("P1", secret + "\u0000"));
      sheet.getJsonObject("answers").put("P1a", secret);
      sheet.getJsonObject("scenarios").put("S1", secret);
      sheet.getJsonObject("coverage").put(name, 1);
      submit(canaries.get("ticket 0"), secret, sheet);
    }
  }

  /** Too many from one address: the refusal and its log line do not name it. */
  private void limits() {
    for (int team = 0; team < 130; team++) {
      from("POST", "/api/v1/teams", null, new JsonObject());
    }
    assertEquals(
        429, from("POST", "/api/v1/teams", null, new JsonObject().put("name", "More")).status());
  }

  private Answer from(String method, String path, String token, JsonObject body) {
    return api.send(method, path, token, body, Map.of("X-Forwarded-For", ADDRESS));
  }

  private void submit(String ticket, String key, JsonObject sheet) {
    api.send(
        "POST",
        "/api/v1/sheets",
        ticket,
        sheet,
        Map.of("X-Forwarded-For", ADDRESS, "Idempotency-Key", key.replace(' ', '-')));
  }

  private void linksKeepSecretsBehindTheHash(Answer answer) {
    java.util.regex.Matcher links =
        java.util.regex.Pattern.compile("https?://[^\"\\s]+").matcher(answer.body());
    while (links.find()) {
      assertFree("a link of " + answer.request(), links.group().split("#")[0]);
    }
  }

  private void assertFree(String place, String text) {
    canaries.forEach(
        (name, secret) -> {
          if (text.contains(secret)) {
            throw new AssertionError("the " + name + " is in " + place + ": " + text);
          }
        });
  }

  /** PostgreSQL's own log and whatever else is kept; secrets are not even in its tables. */
  private long scan(Path data) throws IOException {
    long count = 0;
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        boolean table =
            Stream.of(data.relativize(file).toString().split("/")).anyMatch(TABLES::contains);
        for (var canary : canaries.entrySet()) {
          boolean kept = table && canary.getKey().equals("comment");
          assertTrue(
              kept || !text.contains(canary.getValue()),
              "the " + canary.getKey() + " is in " + data.relativize(file));
        }
        count++;
      }
    }
    return count;
  }
}
