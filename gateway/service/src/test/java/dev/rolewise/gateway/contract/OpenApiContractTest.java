package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.content.DocumentReads;
import dev.rolewise.gateway.operation.ActionOperations;
import dev.rolewise.gateway.operation.BriefOperations;
import dev.rolewise.gateway.operation.ContentOperations;
import dev.rolewise.gateway.operation.EntryLevels;
import dev.rolewise.gateway.operation.Links;
import dev.rolewise.gateway.operation.MemberOperations;
import dev.rolewise.gateway.operation.Operation;
import dev.rolewise.gateway.operation.PackOperations;
import dev.rolewise.gateway.operation.Relay;
import dev.rolewise.gateway.operation.ReportFileOperations;
import dev.rolewise.gateway.operation.RoundOperations;
import dev.rolewise.gateway.operation.SearchOperations;
import dev.rolewise.gateway.operation.SessionOperations;
import dev.rolewise.gateway.operation.ShareOperations;
import dev.rolewise.gateway.operation.TeamOperations;
import dev.rolewise.gateway.problem.Problem;
import dev.rolewise.gateway.problem.ProblemCode;
import dev.rolewise.gateway.session.AccessMode;
import dev.rolewise.gateway.session.SessionGate;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiContractTest {
  /** Where in the front end each kind of token leads. */
  private static final Map<String, String> PLACES =
      Map.of("organiser", "o", "member", "t", "report", "r");

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void forget() {
    gateway.services().forget();
  }

  @Test
  void everyOperationHasAHandlerAndEveryHandlerAnOperation() {
    assertEquals(gateway.contract().operations(), handled());
  }

  @Test
  void everyOperationThatAsksAServiceIsReplayed() {
    Set<String> replayed =
        GoldenExchange.all()
            .map(golden -> PublicRequest.of(golden).operationId())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described =
        gateway.contract().operations().stream()
            .map(line -> line.split(" ")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    // the one has no service behind it, the other is a stream with tests of its own; an
    // instrument without a version is asked for below
    described.removeAll(Set.of("getContract", "watchRound", "getInstrument"));
    // signing in: see SignInTest
    described.removeAll(
        Set.of(
            "getSession",
            "endSession",
            "startSession",
            "finishSession",
            "organiseOwnTeam",
            "claimTeam",
            "leaveTeam"));
    // made of what others answer: see BriefTest
    described.removeAll(Set.of("getRoleBriefMarkdown", "getReportBrief", "getReportBriefMarkdown"));
    // for editors: see PackExchangesTest
    described.removeAll(
        Set.of("listPacks", "importPack", "exportPack", "withdrawPack", "diffPack", "publishPack"));
    replayed.remove("getInstrument");
    assertEquals(described, replayed);
  }

  @Test
  void waitingTimesAreDescribedForThoseProblemsThatTellOne() {
    Map<Integer, Boolean> telling = new TreeMap<>();
    for (ProblemCode kind : ProblemCode.values()) {
      telling.merge(kind.status(), Problem.of(kind).retryAfter() > 0, Boolean::logicalOr);
    }
    Map<Integer, Boolean> described = gateway.contract().problemsWith("Retry-After");
    assertTrue(described.keySet().containsAll(Set.of(429, 503, 504)), described.toString());
    telling.keySet().retainAll(described.keySet());
    assertEquals(telling, described);
  }

  @Test
  void bodiesAreTakenWhereTheyAreDescribed() {
    Set<String> taking =
        operations()
            .filter(Operation::takesBody)
            .map(Operation::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(gateway.contract().operationsWithBody(), taking);
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void aRecordedExchangeLooksTheSameFromOutside(GoldenExchange golden) {
    answerAs(golden);
    PublicRequest request = PublicRequest.of(golden);
    HttpAnswer answer =
        gateway.ask(request.method(), request.path(), request.headers(), request.body());
    gateway.check(request.operationId(), answer);
    boolean refusedHere = golden.request().isEmpty();
    if (!refusedHere) {
      assertEquals(
          List.of(new ServiceStandIn.Asked(golden.address(), golden.request())),
          gateway.services().asked());
    }
    if (golden.failure().isPresent()) {
      assertRefused(golden.failure().get(), answer);
    } else {
      assertTrue(answer.status() < 300, answer.text());
      assertHolds(reply(golden), answer);
    }
  }

  static Stream<GoldenExchange> recorded() {
    return GoldenExchange.all();
  }

  @Test
  void theContractIsServedAsItIs() throws IOException {
    HttpAnswer answer =
        gateway.ask(io.vertx.core.http.HttpMethod.GET, "/openapi.yaml", Map.of(), null);
    gateway.check("getContract", answer);
    assertEquals(200, answer.status());
    try (InputStream in = getClass().getResourceAsStream("/openapi/rolewise.yaml")) {
      assertEquals(Buffer.buffer(in.readAllBytes()).toString(), answer.text());
    }
  }

  private static void answerAs(GoldenExchange golden) {
    if (golden.failure().isPresent()) {
      gateway.services().refuse(golden.address(), golden.failure().get());
    } else {
      gateway.services().reply(golden.address(), reply(golden), golden.language());
    }
  }

  private static void assertRefused(BusFailure failure, HttpAnswer answer) {
    assertEquals(failure.status(), answer.status(), answer.text());
    assertEquals(failure.code(), answer.code());
    assertEquals(
        failure.faults().stream().map(it -> it.pointer() + " " + it.code()).toList(),
        answer.faults());
  }

  /** The gateway may add links, and leaves nothing out. */
  private static void assertHolds(JsonObject reply, HttpAnswer answer) {
    if (answer.status() == 204) {
      assertEquals("", answer.text());
      return;
    }
    JsonObject seen = answer.json();
    for (String holder : PLACES.keySet()) {
      if (reply.getValue(holder) instanceof JsonObject token && token.containsKey("token")) {
        JsonObject held = seen.getJsonObject(holder);
        String place = PLACES.get(holder);
        // nothing else tells a reader of a report which round it is about
        String round =
            holder.equals("report") ? "/" + reply.getJsonObject("share").getString("round") : "";
        assertEquals(
            "http://127.0.0.1:"
                + gateway.port()
                + "/#/"
                + place
                + "/"
                + held.getString("token")
                + round,
            held.remove("link"));
      }
    }
    assertEquals(reply, seen);
  }

  /** Documents of the assessment service are recorded as files: they are long. */
  private static JsonObject reply(GoldenExchange golden) {
    return golden
        .reply()
        .orElseGet(
            () -> SampleDocuments.read(golden.address(), golden.request().getString("locale")));
  }

  private static Set<String> handled() {
    return operations()
        .map(OpenApiContractTest::line)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Operation> operations() {
    BusClient bus = BusClient.create(gateway.vertx());
    Relay relay = new Relay(bus, context -> "-");
    Links links = new Links(() -> "");
    SessionGate gate = new SessionGate(AccessMode.LINKS, () -> "");
    return Stream.of(
            new ContentOperations(new DocumentReads(bus), context -> "-", "").all(),
            new BriefOperations(new DocumentReads(bus), relay, context -> "-").all(),
            new ReportFileOperations(relay).all(),
            new SearchOperations(DocumentReads.ofSearches(bus), context -> "-").all(),
            new TeamOperations(relay, links, gate).all(),
            new RoundOperations(relay, links, context -> {}, new EntryLevels(gate.mode())).all(),
            new ShareOperations(relay, links).all(),
            new ActionOperations(relay).all(),
            new MemberOperations(relay, gate).all(),
            new PackOperations(relay).all(),
            new SessionOperations(relay, gate, Optional.empty()).all())
        .flatMap(List::stream);
  }

  private static String line(Operation operation) {
    return ContractDocument.line(operation.id(), operation.method(), operation.path());
  }
}
