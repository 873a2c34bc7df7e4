package dev.rolewise.gateway.problem;

import java.util.Arrays;
import java.util.Optional;

/** Every code a client can meet, with its HTTP status. */
public enum ProblemCode {
  BAD_REQUEST("bad-request", 400),
  SIGN_IN_FAILED("sign-in-failed", 400),
  UNAUTHORIZED("unauthorized", 401),
  SIGN_IN_NEEDED("sign-in-needed", 401),
  CROSS_SITE("cross-site", 403),
  NOT_FOUND("not-found", 404),
  METHOD_NOT_ALLOWED("method-not-allowed", 405),
  NOT_ACCEPTABLE("not-acceptable", 406),
  REQUEST_TIMEOUT("request-timeout", 408),
  NOT_RELEASED("not-released", 409),
  ROUND_CLOSED("round-closed", 409),
  ROUND_FULL("round-full", 409),
  TICKET_SPENT("ticket-spent", 409),
  TICKET_DRAWN("ticket-drawn", 409),
  TOO_MANY_ACTIONS("too-many-actions", 409),
  LAST_OWNER("last-owner", 409),
  CONFLICT("conflict", 409),
  NOTHING_HELD_BACK("nothing-held-back", 409),
  NOTHING_VACANT("nothing-vacant", 409),
  VERSION_TAKEN("version-taken", 409),
  PUBLISHED_MEANWHILE("published-meanwhile", 409),
  PACK_WITHDRAWN("pack-withdrawn", 409),
  INSTRUMENT_WITHDRAWN("instrument-withdrawn", 409),
  TOO_LARGE("too-large", 413),
  PACK_TOO_LARGE("pack-too-large", 413),
  URI_TOO_LONG("uri-too-long", 414),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
  INVALID_VALUES("invalid-values", 422),
  INVALID_PACK("invalid-pack", 422),
  KEY_REUSED("key-reused", 422),
  TOO_MANY_REQUESTS("too-many-requests", 429),
  HEADERS_TOO_LARGE("headers-too-large", 431),
  INTERNAL_ERROR("internal-error", 500),
  BAD_GATEWAY("bad-gateway", 502),
  UNAVAILABLE("unavailable", 503),
  GATEWAY_TIMEOUT("gateway-timeout", 504);

  private final String code;
  private final int status;

  ProblemCode(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /** The stable word clients act upon. */
  public String code() {
    return code;
  }

  /** The HTTP status, 400 to 504. */
  public int status() {
    return status;
  }

  /** The constant with that word and status, if there is one. */
  static Optional<ProblemCode> of(int status, String code) {
    return Arrays.stream(values())
        .filter(it -> it.status == status && it.code.equals(code))
        .findFirst();
  }

  /**
   * The plainest code of a status. A failure below 400 was still a failure: what could not be read
   * is the client's, and other unknown ones count by their hundreds. A conflict whose reason we
   * have no words for comes from a service newer than we are.
   */
  static ProblemCode ofStatus(int status) {
    if (status < 400) {
      return BAD_REQUEST;
    }
    return switch (status) {
      case 401, 403 -> UNAUTHORIZED;
      case 404, 410 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 408 -> REQUEST_TIMEOUT;
      case 409 -> CONFLICT;
      case 413 -> TOO_LARGE;
      case 414 -> URI_TOO_LONG;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 422 -> INVALID_VALUES;
      case 429 -> TOO_MANY_REQUESTS;
      case 431 -> HEADERS_TOO_LARGE;
      case 502 -> BAD_GATEWAY;
      case 503 -> UNAVAILABLE;
      case 504 -> GATEWAY_TIMEOUT;
      default -> status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
    };
  }
}
