package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.gateway.session.Visitor;
import dev.rolewise.systemtest.PublicContract.Operation;
import dev.rolewise.systemtest.RawHttp.Message;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the cookie of a session opens by itself, without any token, where people sign in: every
 * operation of the contract, as {@code rights-signed-in.csv} says. Beside the owner of a team there
 * is somebody else who signed in, and a page elsewhere that makes the owner's browser ask.
 */
class RightsWhenSigningInIT {
  private static final Path FILE = Path.of("src", "test", "resources", "rights-signed-in.csv");
  private static final String COOKIE = "__Host-rw-session";
  private static final List<String> HOLDERS = List.of("nobody", "owner", "stranger", "elsewhere");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"both", "oidc"})
  void theCookieOpensWhatTheTableSays(String mode) throws Exception {
    try (SigningInSuite suite = SigningInSuite.start(folder.resolve(mode), mode)) {
      Api api = suite.suite().api();
      PublicContract contract = PublicContract.of(api);
      Visitor owner = suite.signedIn("anna");
      String origin = suite.origin() + "/api/v1";
      String team = started(owner, origin);
      String spare = started(owner, origin);
      Map<String, List<String>> found = new TreeMap<>();
      Map<String, String> cookies = new HashMap<>();
      for (Operation operation : contract.operations()) {
        List<String> cells = new ArrayList<>();
        for (String holder : HOLDERS) {
          String person = holder.equals("stranger") ? "bram" : "anna";
          if (!holder.equals("nobody")) {
            cookies.computeIfAbsent(
                person, it -> suite.signedIn(it).cookie(suite.origin(), COOKIE));
          }
          Message answer =
              RightsMatrixIT.ask(
                  suite.suite().port(),
                  operation,
                  path(operation, operation.id().equals("leaveTeam") ? spare : team),
                  headers(
                      holder.equals("nobody") ? null : cookies.get(person),
                      holder.equals("elsewhere")));
          cells.add(said(answer));
          if (operation.id().equals("endSession") && answer.status() < 300) {
            cookies.remove(person);
          }
        }
        found.put(operation.id(), cells);
      }
      Map<String, List<String>> expected = table(mode);
      String different =
          found.entrySet().stream()
              .filter(row -> !row.getValue().equals(expected.get(row.getKey())))
              .map(row -> mode + "," + row.getKey() + "," + String.join(",", row.getValue()))
              .collect(Collectors.joining("\n"));
      assertEquals("", different, "rows that rights-signed-in.csv has otherwise");
      assertEquals(found.keySet(), expected.keySet(), "rows without an operation");
      System.out.printf(
          "Signing in, mode %s: %d cells asked%n", mode, found.size() * HOLDERS.size());
    }
  }

  /** A team of whoever asks; one that is given up is not the one that is worked on. */
  private static String started(Visitor owner, String origin) {
    Map<String, String> headers =
        Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", "application/json");
    String body = new JsonObject().put("name", "Noordzij").encode();
    return new JsonObject(owner.send("POST", origin + "/teams", headers, body).body())
        .getJsonObject("team")
        .getString("id");
  }

  private static String path(Operation operation, String team) {
    return operation
        .path()
        .replace("/session/teams/{id}", "/session/teams/" + team)
        .replace("/roles/{id}", "/roles/product-manager")
        .replace("/instruments/{id}", "/instruments/role-gap-scan")
        .replace("/versions/{version}", "/versions/1");
  }

  private static Map<String, String> headers(String cookie, boolean elsewhere) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Sec-Fetch-Site", elsewhere ? "cross-site" : "same-origin");
    if (elsewhere) {
      headers.put("Origin", "https://elsewhere.example");
    }
    if (cookie != null) {
      headers.put("Cookie", COOKIE + "=" + cookie);
    }
    return headers;
  }

  /** The status; with a problem, its code; with the session itself, whether it is one. */
  private static String said(Message answer) {
    if (answer.status() >= 400) {
      return answer.status() + " " + new JsonObject(answer.body()).getString("code");
    }
    return answer.body().contains("\"signedIn\":true") ? "200 signed in" : "" + answer.status();
  }

  private static Map<String, List<String>> table(String mode) throws Exception {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String line : Files.readAllLines(FILE)) {
      String[] fields = line.split(",", -1);
      if (fields[0].equals(mode)) {
        rows.put(fields[1], List.of(fields).subList(2, fields.length));
      }
    }
    return rows;
  }
}
