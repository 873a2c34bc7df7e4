package dev.rolewise.assessment.instrument;

import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.message.FaultCode;
import dev.rolewise.content.contract.CatalogueRequest;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.InstrumentExportRequest;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.BusRequest;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the current version of an instrument from the content service and checks its hash. */
public final class InstrumentSource {
  private static final Logger LOG = LoggerFactory.getLogger(InstrumentSource.class);

  private final BusClient bus;

  /**
   * Asks on the given bus.
   *
   * @param bus the bus
   */
  public InstrumentSource(BusClient bus) {
    this.bus = bus;
  }

  /**
   * Fetches an instrument.
   *
   * @param id such as role-gap-scan
   * @param requestId for the logs of both services
   * @return the instrument; fails with 422 for an unknown id, 503 or 504 while the content service
   *     is away, 502 for contents without their hash
   */
  public Future<PublishedInstrument> fetch(String id, String requestId) {
    BusRequest request =
        BusRequest.to(
                ContentAddress.INSTRUMENT_EXPORT,
                new InstrumentExportRequest(id, null).toJson(),
                requestId)
            .retryingOnce();
    return bus.document(request)
        .recover(InstrumentSource::refused)
        .compose(document -> read(document.body()));
  }

  /**
   * Fetches the first instrument of the content on show.
   *
   * @param requestId for the logs of both services
   * @return the instrument; fails with 404 when the content has none, else as {@link #fetch}
   */
  public Future<PublishedInstrument> current(String requestId) {
    return list(requestId)
        .compose(
            items ->
                items.isEmpty()
                    ? Future.failedFuture(BusFailure.notFound())
                    : fetch(items.getJsonObject(0).getString("id"), requestId));
  }

  /**
   * What a team can be told about itself: the languages and the roles of the content on show.
   *
   * @param requestId for the logs of both services
   * @return what is offered; fails with 503 or 504 while the content service is away
   */
  public Future<OfferedContent> offered(String requestId) {
    return list(requestId).map(OfferedContent::of);
  }

  private Future<JsonArray> list(String requestId) {
    BusRequest request =
        BusRequest.to(
                ContentAddress.INSTRUMENT_LIST, new CatalogueRequest(null).toJson(), requestId)
            .retryingOnce();
    return bus.document(request).map(reply -> reply.body().toJsonObject().getJsonArray("items"));
  }

  private static <T> Future<T> refused(Throwable failure) {
    boolean unknown =
        failure instanceof BusFailure refusal
            && (refusal.status() == 404 || refusal.status() == 422 || refusal.status() == 400);
    return unknown ? Refusal.of("/instrument", FaultCode.UNKNOWN) : Future.failedFuture(failure);
  }

  private static Future<PublishedInstrument> read(Buffer document) {
    try {
      return Future.succeededFuture(PublishedInstrument.read(document));
    } catch (IllegalArgumentException untrue) {
      LOG.error("the content service sent an instrument that cannot be used", untrue);
      return Future.failedFuture(BusFailure.badGateway());
    }
  }
}
