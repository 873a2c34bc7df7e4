package dev.rolewise.gateway.contract;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.PackAddress;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.BusServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Stands behind every address of both services, says what a test tells it to and remembers. */
public final class ServiceStandIn {
  private static final Set<String> DOCUMENTS = documents();

  private final Map<String, Function<JsonObject, Future<Object>>> answers =
      new ConcurrentHashMap<>();
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<Buffer> attached = Collections.synchronizedList(new ArrayList<>());
  private final BusServer server;

  /**
   * One request over the bus.
   *
   * @param address where it went
   * @param body what it said
   */
  public record Asked(String address, JsonObject body) {}

  private ServiceStandIn(Vertx vertx) {
    server = BusServer.create(vertx);
    List<String> addresses = new ArrayList<>(ContentAddress.operations());
    addresses.addAll(AssessmentAddresses.requests());
    addresses.addAll(PackAddress.operations());
    addresses.remove(PackAddress.IMPORT);
    for (String address : addresses) {
      if (DOCUMENTS.contains(address)) {
        server.document(address, body -> answer(address, body).map(BusDocument.class::cast));
      } else {
        server.json(address, body -> answer(address, body).map(JsonObject.class::cast));
      }
    }
    server.attached(
        PackAddress.IMPORT,
        (body, archive) -> {
          attached.add(archive);
          return answer(PackAddress.IMPORT, body).map(JsonObject.class::cast);
        });
  }

  /** A stand-in that is listening. */
  public static Future<ServiceStandIn> start(Vertx vertx) {
    ServiceStandIn standIn = new ServiceStandIn(vertx);
    return standIn.server.start().map(standIn);
  }

  /** From now on this address replies with these fields, or with these bytes. */
  public void reply(String address, JsonObject reply) {
    answers.put(address, body -> Future.succeededFuture(form(address, reply, "en")));
  }

  /** From now on this address replies with this document in that language. */
  public void reply(String address, JsonObject reply, String language) {
    answers.put(address, body -> Future.succeededFuture(form(address, reply, language)));
  }

  /** From now on this address replies with these bytes. */
  public void reply(String address, BusDocument reply) {
    answers.put(address, body -> Future.succeededFuture(reply));
  }

  /** From now on this address refuses. */
  public void refuse(String address, BusFailure failure) {
    answers.put(address, body -> Future.failedFuture(failure));
  }

  /** From now on the request itself decides what this address replies. */
  public void decide(String address, Function<JsonObject, Future<JsonObject>> answer) {
    answers.put(address, body -> answer.apply(body).map(reply -> form(address, reply, "en")));
  }

  /** The documents that came beside requests. */
  public List<Buffer> attached() {
    return List.copyOf(attached);
  }

  /** Forgets what was asked. */
  public void forget() {
    asked.clear();
    attached.clear();
  }

  /** What was asked since the last {@link #forget}, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private Future<Object> answer(String address, JsonObject body) {
    asked.add(new Asked(address, body.copy()));
    Function<JsonObject, Future<Object>> answer = answers.get(address);
    return answer == null ? Future.failedFuture(BusFailure.notFound()) : answer.apply(body);
  }

  private static Object form(String address, JsonObject reply, String language) {
    return DOCUMENTS.contains(address)
        ? new BusDocument(reply.toBuffer(), Map.of("language", language))
        : reply.copy();
  }

  private static Set<String> documents() {
    Set<String> addresses = new HashSet<>(ContentAddress.operations());
    addresses.add(AssessmentAddresses.REPORT_GET);
    addresses.add(AssessmentAddresses.REPORT_BUNDLE_GET);
    addresses.add(AssessmentAddresses.REPORT_CSV_GET);
    addresses.add(AssessmentAddresses.REPORT_XLSX_GET);
    addresses.add(AssessmentAddresses.REPORT_PDF_GET);
    addresses.add(AssessmentAddresses.TREND_GET);
    addresses.add(AssessmentAddresses.EXAMPLE_REPORT_GET);
    addresses.add(AssessmentAddresses.PRIVACY_GET);
    addresses.add(PackAddress.EXPORT);
    return addresses;
  }
}
