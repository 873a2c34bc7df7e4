package dev.rolewise.content.store;

import dev.rolewise.content.pack.Manifest;
import java.time.Instant;

/**
 * A stored version of a pack, in short.
 *
 * @param manifest what it says of itself
 * @param hash its content hash
 * @param documents how many it has
 * @param current whether it is the one that is read
 * @param withdrawn whether it opens no new rounds
 * @param publishedAt when it last became current; null when it never did
 */
public record PackVersion(
    Manifest manifest,
    String hash,
    int documents,
    boolean current,
    boolean withdrawn,
    Instant publishedAt) {}
