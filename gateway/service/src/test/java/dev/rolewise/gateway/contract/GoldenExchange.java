package dev.rolewise.gateway.contract;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.GoldenMessage;
import dev.rolewise.assessment.contract.ReleasedMessages;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.GoldenMessages;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A recorded exchange of either service, as the gateway's side of the bus should have it.
 *
 * @param name what it shows
 * @param address where the gateway asks
 * @param request what the gateway says there
 * @param reply what comes back, when that is recorded
 * @param language of a document
 * @param failure what it is refused with, when it is
 */
record GoldenExchange(
    String name,
    String address,
    JsonObject request,
    Optional<JsonObject> reply,
    String language,
    Optional<BusFailure> failure) {

  /** Between services only, or never sent by a gateway that checks what it sends. */
  private static final Set<String> NOT_PUBLIC =
      Set.of(
          "instrument-export",
          "instrument-export-malformed",
          "role-brief-malformed",
          "role-get-malformed",
          "scenario-advise-malformed",
          "search-control",
          "search-empty",
          "search-long");

  static Stream<GoldenExchange> all() {
    return Stream.concat(
        content(GoldenMessages.names(), GoldenMessages::message), assessment(GoldenMessage.all()));
  }

  /** Those of the previous release, whose services are still there when a new gateway comes up. */
  static Stream<GoldenExchange> released() {
    return Stream.concat(
        content(GoldenMessages.releasedNames(), GoldenMessages::released),
        assessment(ReleasedMessages.all()));
  }

  private static Stream<GoldenExchange> content(
      List<String> names, Function<String, JsonObject> messages) {
    return names.stream()
        .filter(name -> !NOT_PUBLIC.contains(name))
        .map(name -> content(name, messages.apply(name)));
  }

  private static GoldenExchange content(String name, JsonObject golden) {
    JsonObject failure = golden.getJsonObject("failure");
    return new GoldenExchange(
        name,
        golden.getString("address"),
        golden.getJsonObject("request"),
        Optional.ofNullable(golden.getJsonObject("reply")),
        golden.getJsonObject("headers", new JsonObject()).getString("language", "en"),
        Optional.ofNullable(failure).map(GoldenExchange::failure));
  }

  private static BusFailure failure(JsonObject failure) {
    List<Fault> faults =
        failure.getJsonArray("faults").stream()
            .map(JsonObject.class::cast)
            .map(fault -> new Fault(fault.getString("pointer"), fault.getString("code")))
            .toList();
    return new BusFailure(failure.getInteger("status"), failure.getString("code"), faults);
  }

  private static Stream<GoldenExchange> assessment(List<GoldenMessage> messages) {
    return messages.stream()
        .filter(golden -> !golden.address().equals(AssessmentAddresses.TURNOUT_HINT))
        // what stands on a session needs a gateway with an issuer: see SignInTest
        .filter(golden -> !golden.address().startsWith("assessment.v1.session."))
        .filter(golden -> !golden.request().containsKey("session"))
        .map(
            golden ->
                new GoldenExchange(
                    golden.name(),
                    golden.address(),
                    golden.request(),
                    Optional.ofNullable(golden.reply()),
                    golden.request().getString("locale", "en"),
                    Optional.ofNullable(golden.failure()).map(code -> failure(golden))));
  }

  private static BusFailure failure(GoldenMessage golden) {
    return new BusFailure(
        golden.failure().status(),
        golden.failure().code(),
        golden.faults().stream().map(it -> new Fault(it.pointer(), it.code())).toList());
  }

  /** Whether it is about a public document. */
  boolean isContent() {
    return ContentAddress.operations().contains(address);
  }

  @Override
  public String toString() {
    return address + ": " + name;
  }
}
