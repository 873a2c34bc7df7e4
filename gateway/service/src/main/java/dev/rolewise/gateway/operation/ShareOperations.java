package dev.rolewise.gateway.operation;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.assessment.contract.round.RoundRequest;
import dev.rolewise.assessment.contract.share.ShareRequest;
import dev.rolewise.gateway.request.BearerToken;
import dev.rolewise.gateway.request.BodyShape;
import dev.rolewise.gateway.request.JsonBody;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** What of a report others get to see: links to it, and which comments. */
public final class ShareOperations {
  private static final BodyShape SHARE = BodyShape.of("expiresAt", "comments");
  private static final BodyShape COMMENT = BodyShape.of("hidden");

  private final Relay relay;
  private final Links links;

  public ShareOperations(Relay relay, Links links) {
    this.relay = relay;
    this.links = links;
  }

  /** The operations. */
  public List<Operation> all() {
    return List.of(
        Operation.post("createShare", "/rounds/{id}/shares", this::create),
        Operation.get("listShares", "/shares", this::list),
        Operation.delete("deleteShare", "/shares/{id}", this::delete),
        Operation.patch("hideComment", "/rounds/{id}/comments/{commentId}", this::hide));
  }

  private void create(RoutingContext context) {
    JsonObject round = round(context);
    JsonObject share = JsonBody.required(context, SHARE);
    relay.change(
        context, AssessmentAddresses.SHARE_CREATE, share.mergeIn(round), 201, links::addTo);
  }

  private void list(RoutingContext context) {
    relay.read(
        context,
        AssessmentAddresses.SHARE_LIST,
        new TokenRequest(BearerToken.of(context)).toJson());
  }

  private void delete(RoutingContext context) {
    ShareRequest request = new ShareRequest(BearerToken.of(context), context.pathParam("id"));
    relay.remove(context, AssessmentAddresses.SHARE_DELETE, request.toJson());
  }

  private void hide(RoutingContext context) {
    JsonObject round = round(context).put("comment", context.pathParam("commentId"));
    JsonObject change = JsonBody.required(context, COMMENT);
    relay.change(context, AssessmentAddresses.COMMENT_UPDATE, change.mergeIn(round), 200);
  }

  private static JsonObject round(RoutingContext context) {
    return new RoundRequest(BearerToken.of(context), context.pathParam("id")).toJson();
  }
}
