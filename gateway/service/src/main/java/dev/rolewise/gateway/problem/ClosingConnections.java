package dev.rolewise.gateway.problem;

import io.vertx.core.http.HttpConnection;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Connections that have had their last answer. Closing takes a moment, and what had already arrived
 * is still taken apart in that moment: whoever looks here first does not act upon it.
 */
public final class ClosingConnections {

  private final Set<HttpConnection> closing =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** From now on nothing that comes over this connection counts. */
  public void add(HttpConnection connection) {
    closing.add(connection);
  }

  public boolean contains(HttpConnection connection) {
    return closing.contains(connection);
  }
}
