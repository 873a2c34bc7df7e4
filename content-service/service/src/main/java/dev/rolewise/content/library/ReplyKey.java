package dev.rolewise.content.library;

/**
 * What a finished reply depends on: nothing else can change its bytes.
 *
 * @param address the operation
 * @param subject what it is about, e.g. an id
 * @param hash of the content it is made of
 * @param language it is in, empty when it has all
 */
public record ReplyKey(String address, String subject, String hash, String language) {}
