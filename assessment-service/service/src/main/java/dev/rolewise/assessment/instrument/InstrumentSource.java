package dev.rolewise.assessment.instrument;

import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.message.FaultCode;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.InstrumentExportRequest;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.BusRequest;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
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
