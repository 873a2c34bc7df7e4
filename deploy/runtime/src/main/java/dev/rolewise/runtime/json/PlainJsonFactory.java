package dev.rolewise.runtime.json;

import io.vertx.core.json.jackson.JacksonCodec;
import io.vertx.core.spi.JsonFactory;
import io.vertx.core.spi.json.JsonCodec;

/**
 * Makes Vert.x use its plain codec on jackson-core. Flyway brings databind onto the class path, and
 * Vert.x would switch to it by itself; requests must never meet it.
 */
public final class PlainJsonFactory implements JsonFactory {

  private final JacksonCodec codec = new JacksonCodec();

  @Override
  public int order() {
    return Integer.MIN_VALUE;
  }

  @Override
  public JsonCodec codec() {
    return codec;
  }
}
