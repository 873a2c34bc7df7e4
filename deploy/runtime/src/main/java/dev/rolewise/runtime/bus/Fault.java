package dev.rolewise.runtime.bus;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the request's body, empty for the body as a whole
 * @param code stable word: missing, unknown, wrong-type, out-of-range, too-long, too-short,
 *     duplicate, not-allowed or malformed
 */
public record Fault(String pointer, String code) {}
