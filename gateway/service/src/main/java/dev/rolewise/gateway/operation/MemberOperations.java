package dev.rolewise.gateway.operation;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.message.LocaleRequest;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.assessment.contract.sheet.SubmitSheet;
import dev.rolewise.gateway.request.BearerToken;
import dev.rolewise.gateway.request.BodyShape;
import dev.rolewise.gateway.request.JsonBody;
import dev.rolewise.gateway.request.RequestLocale;
import dev.rolewise.gateway.session.SessionGate;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** What a member does: look at what is asked, draw a ticket, hand in a sheet. */
public final class MemberOperations {
  private static final String KEY = "Idempotency-Key";

  /** Enough for anything random; the service would take a few more. */
  private static final int LONGEST_KEY = 100;

  private static final BodyShape SHEET =
      BodyShape.of("answers", "coverage", "scenarios", "comments")
          .with("instrument", BodyShape.of("id", "version"));

  private final Relay relay;
  private final SessionGate gate;

  /**
   * @param gate some rounds ask members to sign in for their ticket
   */
  public MemberOperations(Relay relay, SessionGate gate) {
    this.relay = relay;
    this.gate = gate;
  }

  /** The operations. */
  public List<Operation> all() {
    return List.of(
        Operation.get("getParticipation", "/participation", this::participation),
        Operation.command("drawTicket", "/tickets", this::draw),
        Operation.post("submitSheet", "/sheets", this::submit));
  }

  private void participation(RoutingContext context) {
    LocaleRequest request = new LocaleRequest(BearerToken.of(context), RequestLocale.of(context));
    relay.read(context, AssessmentAddresses.PARTICIPATION_GET, request.toJson());
  }

  private void draw(RoutingContext context) {
    JsonObject request = new TokenRequest(BearerToken.of(context)).toJson();
    gate.forChange(context).ifPresent(session -> request.put("session", session));
    relay.change(context, AssessmentAddresses.TICKET_DRAW, request, 201);
  }

  private void submit(RoutingContext context) {
    String ticket = BearerToken.of(context);
    String key = key(context);
    JsonObject sheet = JsonBody.required(context, SHEET);
    relay.change(
        context,
        AssessmentAddresses.SHEET_SUBMIT,
        new SubmitSheet(ticket, key, sheet).toJson(),
        201);
  }

  private static String key(RoutingContext context) {
    List<String> keys = context.request().headers().getAll(KEY);
    if (keys.isEmpty()) {
      throw BusFailure.badRequest(List.of(new Fault("/" + KEY, "missing")));
    }
    String key = keys.get(0);
    if (keys.size() > 1 || !key.matches("[\\x21-\\x7E]*")) {
      throw BusFailure.badRequest(List.of(new Fault("/" + KEY, "malformed")));
    }
    if (key.length() < SubmitSheet.SHORTEST_KEY || key.length() > LONGEST_KEY) {
      throw BusFailure.badRequest(
          List.of(
              new Fault(
                  "/" + KEY, key.length() < SubmitSheet.SHORTEST_KEY ? "too-short" : "too-long")));
    }
    return key;
  }
}
