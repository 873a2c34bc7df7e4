package dev.rolewise.runtime.bus;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * A document as finished bytes: large JSON is not taken apart on its way over the bus.
 *
 * @param body UTF-8 JSON
 * @param headers what the reader needs to know about it, e.g. {@code etag} and {@code language}
 */
public record BusDocument(Buffer body, Map<String, String> headers) {

  public BusDocument {
    headers = Map.copyOf(headers);
  }
}
