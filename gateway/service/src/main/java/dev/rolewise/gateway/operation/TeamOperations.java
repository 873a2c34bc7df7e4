package dev.rolewise.gateway.operation;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.gateway.request.BearerToken;
import dev.rolewise.gateway.request.BodyShape;
import dev.rolewise.gateway.request.JsonBody;
import dev.rolewise.gateway.session.AccessMode;
import dev.rolewise.gateway.session.SessionGate;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** A team and the right of whoever organises it. */
public final class TeamOperations {
  private static final BodyShape TEAM =
      BodyShape.of("name", "locale")
          .with("context", BodyShape.of("goal", "initiatives", "rolesPresent"));
  private static final BodyShape RECOVERY = BodyShape.of("code");

  private final Relay relay;
  private final Links links;
  private final SessionGate gate;

  /**
   * @param gate where organisers sign in, a team belongs to whoever starts it
   */
  public TeamOperations(Relay relay, Links links, SessionGate gate) {
    this.relay = relay;
    this.links = links;
    this.gate = gate;
  }

  /** The operations. */
  public List<Operation> all() {
    return List.of(
        Operation.post("createTeam", "/teams", this::create),
        Operation.get("getTeam", "/team", this::get),
        Operation.patch("updateTeam", "/team", this::update),
        Operation.delete("deleteTeam", "/team", this::delete),
        Operation.command("rotateOrganiser", "/organiser/rotate", this::rotate),
        Operation.post("recoverOrganiser", "/organiser/recover", this::recover));
  }

  private void create(RoutingContext context) {
    Optional<String> session =
        gate.mode() == AccessMode.OIDC
            ? Optional.of(gate.requiredForChange(context))
            : gate.forChange(context);
    JsonObject team = JsonBody.required(context, TEAM);
    session.ifPresent(secret -> team.put("session", secret));
    relay.change(context, AssessmentAddresses.TEAM_CREATE, team, 201, links::addTo);
  }

  private void get(RoutingContext context) {
    relay.read(context, AssessmentAddresses.TEAM_GET, token(context));
  }

  private void update(RoutingContext context) {
    JsonObject token = token(context);
    JsonObject change = JsonBody.required(context, TEAM);
    relay.change(context, AssessmentAddresses.TEAM_UPDATE, change.mergeIn(token), 200);
  }

  private void delete(RoutingContext context) {
    relay.remove(context, AssessmentAddresses.TEAM_DELETE, token(context));
  }

  private void rotate(RoutingContext context) {
    relay.change(context, AssessmentAddresses.ORGANISER_ROTATE, token(context), 200, links::addTo);
  }

  private void recover(RoutingContext context) {
    JsonObject code = JsonBody.required(context, RECOVERY);
    relay.change(context, AssessmentAddresses.ORGANISER_RECOVER, code, 200, links::addTo);
  }

  private static JsonObject token(RoutingContext context) {
    return new TokenRequest(BearerToken.of(context)).toJson();
  }
}
