package dev.rolewise.gateway.content;

import io.vertx.core.buffer.Buffer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What becomes of a document before it is kept and shown.
 *
 * @param name tells forms of the same document apart
 * @param mediaType value of Content-Type
 * @param make the bytes to show, out of those that came over the bus
 * @param fileName under what name to save it, of plain characters; null to show it
 */
public record DocumentForm(
    String name, String mediaType, UnaryOperator<Buffer> make, Function<Buffer, String> fileName) {
  /** The document as it came. */
  static final DocumentForm JSON =
      new DocumentForm(
          "", "application/json; charset=utf-8", UnaryOperator.identity(), document -> null);
}
