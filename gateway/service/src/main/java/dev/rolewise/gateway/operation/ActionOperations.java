package dev.rolewise.gateway.operation;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.action.ActionRequest;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.gateway.request.BearerToken;
import dev.rolewise.gateway.request.BodyShape;
import dev.rolewise.gateway.request.JsonBody;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** What a team has agreed to do. */
public final class ActionOperations {
  private static final BodyShape ACTION = BodyShape.of("text", "area", "owner", "due", "state");

  private final Relay relay;

  public ActionOperations(Relay relay) {
    this.relay = relay;
  }

  /** The operations. */
  public List<Operation> all() {
    return List.of(
        Operation.post("createAction", "/actions", this::create),
        Operation.get("listActions", "/actions", this::list),
        Operation.patch("updateAction", "/actions/{id}", this::update),
        Operation.delete("deleteAction", "/actions/{id}", this::delete));
  }

  private void create(RoutingContext context) {
    JsonObject token = token(context);
    JsonObject action = JsonBody.required(context, ACTION);
    relay.change(context, AssessmentAddresses.ACTION_CREATE, action.mergeIn(token), 201);
  }

  private void list(RoutingContext context) {
    relay.read(context, AssessmentAddresses.ACTION_LIST, token(context));
  }

  private void update(RoutingContext context) {
    JsonObject about = about(context);
    JsonObject change = JsonBody.required(context, ACTION);
    relay.change(context, AssessmentAddresses.ACTION_UPDATE, change.mergeIn(about), 200);
  }

  private void delete(RoutingContext context) {
    relay.remove(context, AssessmentAddresses.ACTION_DELETE, about(context));
  }

  private static JsonObject token(RoutingContext context) {
    return new TokenRequest(BearerToken.of(context)).toJson();
  }

  private static JsonObject about(RoutingContext context) {
    return new ActionRequest(BearerToken.of(context), context.pathParam("id")).toJson();
  }
}
