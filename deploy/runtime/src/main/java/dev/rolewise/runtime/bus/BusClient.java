package dev.rolewise.runtime.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * The asking side of the bus. Futures fail with {@link BusFailure} only: the other side's 4xx and
 * 503 as they are, nobody listening as 503, no answer in time as 504, anything else as 502.
 */
public final class BusClient {

  private final Vertx vertx;

  private BusClient(Vertx vertx) {
    this.vertx = vertx;
  }

  public static BusClient create(Vertx vertx) {
    return new BusClient(vertx);
  }

  /** Asks for a JSON object. */
  public Future<JsonObject> json(BusRequest request) {
    return ask(request)
        .compose(
            message ->
                message.body() instanceof JsonObject body
                    ? Future.succeededFuture(body)
                    : Future.failedFuture(BusFailure.badGateway()));
  }

  /** Asks for finished bytes. */
  public Future<BusDocument> document(BusRequest request) {
    return ask(request)
        .compose(
            message ->
                message.body() instanceof Buffer body
                    ? Future.succeededFuture(new BusDocument(body, headers(message)))
                    : Future.failedFuture(BusFailure.badGateway()));
  }

  /** Publishes a hint to everybody who listens now; nobody has to. */
  public void publish(String address, JsonObject hint) {
    vertx.eventBus().publish(address, hint);
  }

  private Future<Message<Object>> ask(BusRequest request) {
    Future<Message<Object>> first = send(request);
    return request.retryOnce()
        ? first.recover(failure -> again(failure) ? send(request) : Future.failedFuture(failure))
        : first;
  }

  private Future<Message<Object>> send(BusRequest request) {
    long timeout = request.timeout().toMillis();
    DeliveryOptions options =
        new DeliveryOptions()
            .setSendTimeout(timeout)
            .addHeader(BusWire.DEADLINE, Long.toString(System.currentTimeMillis() + timeout))
            .addHeader(BusWire.REQUEST_ID, request.requestId());
    return vertx
        .eventBus()
        .<Object>request(request.address(), request.body(), options)
        .transform(
            result -> {
              if (result.failed()) {
                return Future.failedFuture(translate(result.cause()));
              }
              BusFailure refusal = refusal(result.result());
              return refusal == null
                  ? Future.succeededFuture(result.result())
                  : Future.failedFuture(refusal);
            });
  }

  /** A refusal is the other side's last word; the rest may go better the second time. */
  private static boolean again(Throwable failure) {
    return failure instanceof BusFailure it && it.status() >= 500;
  }

  private static BusFailure refusal(Message<Object> message) {
    String status = message.headers().get(BusWire.STATUS);
    if (status == null) {
      return null;
    }
    boolean ours =
        (status.equals("400") || status.equals("422")) && message.body() instanceof JsonObject;
    return ours
        ? new BusFailure(
            Integer.parseInt(status),
            message.headers().get(BusWire.CODE),
            BusWire.read((JsonObject) message.body()))
        : BusFailure.badGateway();
  }

  private static BusFailure translate(Throwable cause) {
    if (!(cause instanceof ReplyException reply)) {
      return BusFailure.badGateway();
    }
    return switch (reply.failureType()) {
      case TIMEOUT -> BusFailure.timeout();
      case NO_HANDLERS -> BusFailure.unavailable();
      case RECIPIENT_FAILURE ->
          passed(reply.failureCode())
              ? BusFailure.of(reply.failureCode(), reply.getMessage())
              : BusFailure.badGateway();
      default -> BusFailure.badGateway();
    };
  }

  private static boolean passed(int status) {
    return status >= 400 && status < 500 || status == 503;
  }

  private static Map<String, String> headers(Message<?> message) {
    Map<String, String> headers = new HashMap<>();
    message.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
    return headers;
  }
}
