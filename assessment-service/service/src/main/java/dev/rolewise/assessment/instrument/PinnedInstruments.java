package dev.rolewise.assessment.instrument;

import dev.rolewise.assessment.round.RoundStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
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
        : RoundStore.document(client, round).map(document -> keep(document));
  }

  private PublishedInstrument keep(String document) {
    PublishedInstrument instrument = PublishedInstrument.read(Buffer.buffer(document));
    kept.put(instrument.hash(), instrument);
    return instrument;
  }
}
