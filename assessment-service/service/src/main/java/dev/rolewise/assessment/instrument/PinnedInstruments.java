package dev.rolewise.assessment.instrument;

import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The instruments that rounds have pinned, read from the rounds and kept by hash: an instrument
 * never changes, so a kept one is always right.
 */
public final class PinnedInstruments {
  private static final int MOST_KEPT = 16;

  private final Map<String, PublishedInstrument> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, PublishedInstrument> eldest) {
              return size() > MOST_KEPT;
            }
          });

  /**
   * The instrument of a round.
   *
   * @param client pool or transaction
   * @param round id of the round
   * @param hash the round's pinned hash
   * @return the instrument
   */
  public Future<PublishedInstrument> of(SqlClient client, UUID round, String hash) {
    PublishedInstrument known = kept.get(hash);
    return known != null
        ? Future.succeededFuture(known)
        : client
            .preparedQuery(
                "/* assessment.round_instrument */ "
                    + "select instrument_document from round where id = $1")
            .execute(Tuple.of(round))
            .compose(
                rows ->
                    rows.size() == 0
                        ? Future.failedFuture(BusFailure.notFound())
                        : Future.succeededFuture(
                            keep(rows.iterator().next().getString("instrument_document"))));
  }

  private PublishedInstrument keep(String document) {
    PublishedInstrument instrument = PublishedInstrument.read(Buffer.buffer(document));
    kept.put(instrument.hash(), instrument);
    return instrument;
  }
}
