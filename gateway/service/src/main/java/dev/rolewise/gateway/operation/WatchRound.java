package dev.rolewise.gateway.operation;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.round.Round;
import dev.rolewise.assessment.contract.round.RoundRequest;
import dev.rolewise.gateway.live.TurnoutStreams;
import dev.rolewise.gateway.request.BearerToken;
import dev.rolewise.runtime.bus.BusRequest;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Answers with the turnout stream of a round; the right is asked for anew at every reading. */
public final class WatchRound implements Handler<RoutingContext> {
  private final Relay relay;
  private final TurnoutStreams streams;

  public WatchRound(Relay relay, TurnoutStreams streams) {
    this.relay = relay;
    this.streams = streams;
  }

  @Override
  public void handle(RoutingContext context) {
    String token = BearerToken.of(context);
    String round = context.pathParam("id");
    BusRequest request =
        BusRequest.to(
                AssessmentAddresses.ROUND_GET,
                new RoundRequest(token, round).toJson(),
                relay.requestId(context))
            .retryingOnce();
    streams.stream(
        context, token, round, () -> relay.bus().json(request).map(json -> Round.fromJson(json)));
  }
}
