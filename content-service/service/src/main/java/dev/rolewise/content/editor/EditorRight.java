package dev.rolewise.content.editor;

import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The right to edit content: whoever has a token of which the operator has set the hash. Without
 * any hash nobody has it.
 *
 * @param hashes SHA-256 of tokens, hexadecimal; several while one is replaced by another
 */
public record EditorRight(List<String> hashes) {
  /** What a hash looks like. */
  public static final String HASH = "[0-9a-f]{64}";

  /** Keeps its own copy. */
  public EditorRight {
    hashes = List.copyOf(hashes);
  }

  /** Done for a holder of the right, 404 for everybody else: wrong tokens learn nothing. */
  Future<Void> of(String token) {
    byte[] given = sha256(token);
    boolean known = false;
    for (String hash : hashes) {
      known |= MessageDigest.isEqual(HexFormat.of().parseHex(hash), given);
    }
    return known ? Future.succeededFuture() : Future.failedFuture(BusFailure.notFound());
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
