package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.PublicContract.Operation;
import dev.rolewise.systemtest.RawHttp.Message;
import dev.rolewise.systemtest.RightsTable.Holder;
import dev.rolewise.systemtest.RightsTable.Row;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation against every holder of a right, over HTTP against the packaged suite, as {@code
 * src/test/resources/rights.csv} says. An operation of the contract without a row fails, and the
 * message is the row to add.
 */
@ExtendWith(SharedSuite.class)
class RightsMatrixIT {
  private static final int PATIENCE_MILLIS = 10_000;

  private static RunningSuite suite;
  private static PublicContract contract;
  private static RightsTable table;

  @BeforeAll
  static void start(RunningSuite shared) throws Exception {
    suite = shared;
    contract = PublicContract.of(suite.api());
    table = RightsTable.read();
  }

  @Test
  void everyOperationHasARowAndEveryRowAnOperation() {
    Set<String> rows =
        table.rows().stream().map(Row::operation).collect(Collectors.toCollection(TreeSet::new));
    String missing =
        contract.operations().stream()
            .filter(operation -> !rows.contains(operation.id()))
            .map(operation -> Row.skeleton(operation).line())
            .collect(Collectors.joining("\n"));
    assertEquals("", missing, "add to rights.csv, with what each holder should get");
    Map<String, Operation> operations = operations();
    for (Row row : table.rows()) {
      Operation operation = operations.get(row.operation());
      assertTrue(operation != null, "rights.csv: the contract has no " + row.operation());
      assertEquals(operation.method() + " " + operation.path(), row.method() + " " + row.path());
    }
    assertEquals(rows.size(), table.rows().size(), "an operation has two rows");
  }

  @Test
  void everyHolderGetsWhatTheTableSays() throws Exception {
    List<String> wrong = new ArrayList<>();
    Set<String> later = new TreeSet<>();
    Map<String, Operation> operations = operations();
    RightsWorld world = RightsWorld.create(suite, contract);
    int cells = 0;
    for (Row row : table.rows()) {
      Operation operation = operations.get(row.operation());
      if (operation == null) {
        continue;
      }
      for (Holder holder : Holder.values()) {
        List<String> tokens = world.tokens(holder, row.round());
        if (tokens.isEmpty()) {
          later.add(holder.title());
        }
        for (String token : tokens) {
          Message answer = ask(operation, world.path(row.path(), row.round()), token);
          cells++;
          String cell = row.cells().get(holder);
          if (!cell.equals(said(answer)) && !cell.equals(Integer.toString(answer.status()))) {
            wrong.add(row.operation() + " for " + holder.title() + ": " + said(answer));
          }
          if (answer.status() < 300 && !operation.method().equals("GET")) {
            world = RightsWorld.create(suite, contract);
          }
        }
      }
    }
    System.out.printf(
        "%d cells of the rights matrix asked; cannot be held yet, so not asked: %s%n",
        cells, later);
    assertEquals(List.of(), wrong);
  }

  @Test
  void allTokensThatGiveNoRightGetTheSameAnswer() throws Exception {
    RightsWorld world = RightsWorld.create(suite, contract);
    Map<String, String> useless = uselessTokens(world);
    for (Operation operation : contract.operations()) {
      if (operation.rights().isEmpty()) {
        continue;
      }
      Map<String, String> answers = new LinkedHashMap<>();
      for (var token : useless.entrySet()) {
        String path = world.path(operation.path(), "open");
        answers.put(token.getKey(), withoutRequestId(ask(operation, path, token.getValue())));
      }
      // an id of nobody's round, asked by somebody who has a team
      if (operation.path().startsWith("/rounds/{id}")) {
        String stranger = world.tokens(Holder.ORGANISER_B, "open").get(0);
        for (String id : List.of("3f0c6a52-9b1e-4d7a-8a55-0e6b1c2d3f40", "not-an-id", "3F0C6A52")) {
          answers.put(
              "unknown id " + id,
              withoutRequestId(ask(operation, operation.path().replace("{id}", id), stranger)));
        }
        answers.put(
            "foreign id",
            withoutRequestId(ask(operation, world.path(operation.path(), "open"), stranger)));
        String closed = world.path(operation.path(), "closed");
        for (Holder holder : List.of(Holder.MEMBER, Holder.TICKET)) {
          answers.put(
              holder.title() + " of another round",
              withoutRequestId(ask(operation, closed, world.tokens(holder, "open").get(0))));
        }
      }
      String usual = answers.get("unknown");
      assertTrue(usual.startsWith("HTTP/1.1 404 "), operation.id() + ": " + usual);
      answers.forEach(
          (kind, answer) -> assertEquals(usual, answer, operation.id() + " with a token: " + kind));
    }
  }

  /** Kinds of tokens that look like something and open nothing. */
  static Map<String, String> uselessTokens(RightsWorld world) {
    String right = world.tokens(Holder.ORGANISER_A, "open").get(0);
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("unknown", "mZq4o1yQ0oT6s1nXc3c7m2y8h5b9r0w4k6d2f8g1a3E");
    tokens.put("unknown ticket", "9D4VXH2K7MQW3RTB6YFCZ1N8PG");
    int number = 0;
    for (String token : world.tokens(Holder.REVOKED, "open")) {
      tokens.put("revoked " + ++number, token);
    }
    for (String token : world.tokens(Holder.EXPIRED, "open")) {
      tokens.put("expired", token);
    }
    tokens.put("truncated", right.substring(0, right.length() - 1));
    tokens.put("with one more", right + "A");
    tokens.put("wrong case", turned(right));
    tokens.put("percent-encoded", escaped(right));
    tokens.put("percent-encoded in part", escaped(right.substring(0, 1)) + right.substring(1));
    tokens.put("twice", right + " " + right);
    tokens.put("quoted", '"' + right + '"');
    tokens.put("one letter", "A");
    tokens.put("endless", "A".repeat(4000));
    tokens.put("with a quote", right + "' or '1'='1");
    return tokens;
  }

  private static String turned(String token) {
    return token
        .chars()
        .mapToObj(
            c ->
                String.valueOf(
                    (char)
                        (Character.isUpperCase(c)
                            ? Character.toLowerCase(c)
                            : Character.toUpperCase(c))))
        .collect(Collectors.joining());
  }

  private static String escaped(String token) {
    return token
        .chars()
        .mapToObj(c -> String.format(Locale.ROOT, "%%%02X", c))
        .collect(Collectors.joining());
  }

  private static Map<String, Operation> operations() {
    return contract.operations().stream()
        .collect(Collectors.toMap(Operation::id, Function.identity()));
  }

  private static String said(Message answer) {
    if (answer.status() < 400 || answer.status() == 401 || answer.status() == 404) {
      return Integer.toString(answer.status());
    }
    return answer.status() + " " + new JsonObject(answer.body()).getString("code");
  }

  private static String withoutRequestId(Message answer) {
    String head =
        Arrays.stream(answer.head().split("\r\n"))
            .filter(line -> !line.startsWith("x-request-id:"))
            .collect(Collectors.joining("\n"));
    return head
        + "\n\n"
        + answer.body().replaceAll("\"requestId\":\"[0-9a-f]{16}\"", "\"requestId\":\"\"");
  }

  static Message ask(Operation operation, String path, String token) throws IOException {
    return ask(
        suite.port(),
        operation,
        path,
        token == null ? Map.of() : Map.of("Authorization", "Bearer " + token));
  }

  static Message ask(int port, Operation operation, String path, Map<String, String> with)
      throws IOException {
    StringBuilder request = new StringBuilder();
    request.append(operation.method()).append(" /api/v1").append(path);
    if (!operation.query().isEmpty()) {
      request.append('?').append(operation.query());
    }
    request.append(" HTTP/1.1\r\nHost: suite\r\n");
    operation.headers().forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    with.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    String body = operation.body();
    if (body != null) {
      request
          .append("Content-Type: application/json\r\nContent-Length: ")
          .append(body.getBytes(StandardCharsets.ISO_8859_1).length)
          .append("\r\n");
    }
    try (RawHttp connection = RawHttp.to(port, PATIENCE_MILLIS)) {
      connection.send(request + "\r\n" + (body == null ? "" : body));
      String head = connection.readHead();
      Message bare = new Message(head, "");
      return bare.header("content-type").startsWith("text/event-stream")
          ? bare
          : connection.readBody(head, false);
    }
  }
}
