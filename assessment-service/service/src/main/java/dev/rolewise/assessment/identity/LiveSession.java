package dev.rolewise.assessment.identity;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.UUID;

/**
 * A session that has not ended.
 *
 * @param hash under which it is stored
 * @param identity whose it is
 * @param fingerprint of the identity
 * @param idleMinutes it ends after so long without use
 * @param ends when it ends in any case
 */
public record LiveSession(
    Buffer hash, UUID identity, Buffer fingerprint, int idleMinutes, Instant ends) {}
