package dev.rolewise.content.operation;

import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Answers the requests to one address. */
public interface Operation {
  /** The address. */
  String address();

  /**
   * Answers one request. Throws {@link dev.rolewise.content.contract.MalformedRequest} for a body
   * of another shape; the future fails with a {@link dev.rolewise.runtime.bus.BusFailure} only.
   */
  Future<BusDocument> answer(JsonObject body);
}
