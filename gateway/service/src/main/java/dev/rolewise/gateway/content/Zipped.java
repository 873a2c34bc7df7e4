package dev.rolewise.gateway.content;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * Bytes in their compressed form, which is made when somebody first takes it and then kept: it
 * costs many times what the rest of a read does, and whoever does not take it should not wait for
 * it. Belongs to one event loop.
 */
final class Zipped {
  private final Buffer plain;
  private Buffer bytes;

  Zipped(Buffer plain) {
    this.plain = plain;
  }

  boolean isShorter() {
    return bytes().length() < plain.length();
  }

  Buffer bytes() {
    if (bytes == null) {
      bytes = compress(plain);
    }
    return bytes;
  }

  private static Buffer compress(Buffer plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length() / 3 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain.getBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return Buffer.buffer(bytes.toByteArray());
  }
}
