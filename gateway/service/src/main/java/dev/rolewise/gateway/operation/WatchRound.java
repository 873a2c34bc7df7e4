package dev.rolewise.gateway.operation;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.round.Round;
import dev.rolewise.assessment.contract.round.RoundRequest;
import dev.rolewise.gateway.live.TurnoutStreams;
import dev.rolewise.gateway.request.BearerToken;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusRequest;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/**
 * Follows a round's turnout; whether the token may is asked anew each time the round is read.
 * Streams share what is read, so that no read ends with the request that happened to begin it.
 */
public final class WatchRound implements Handler<RoutingContext> {
  private final BusClient bus;
  private final Function<RoutingContext, String> requestId;
  private final TurnoutStreams streams;

  /** Streams over what the assessment service says about a round. */
  public WatchRound(
      BusClient bus, Function<RoutingContext, String> requestId, TurnoutStreams streams) {
    this.bus = bus;
    this.requestId = requestId;
    this.streams = streams;
  }

  @Override
  public void handle(RoutingContext context) {
    String token = BearerToken.of(context);
    String round = context.pathParam("id");
    JsonObject question = new RoundRequest(token, round).toJson();
    String id = requestId.apply(context);
    streams.stream(
        context,
        token,
        round,
        () ->
            bus.json(BusRequest.to(AssessmentAddresses.ROUND_GET, question, id).retryingOnce())
                .map(Round::fromJson));
  }
}
