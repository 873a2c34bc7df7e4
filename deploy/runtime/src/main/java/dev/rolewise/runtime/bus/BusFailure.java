package dev.rolewise.runtime.bus;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The only way in which a request over the bus fails, on both sides: a handler fails its future
 * with it, a client's future fails with it. Carries codes, never the text of an exception.
 */
public final class BusFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<Fault> faults;
  private final transient JsonObject details;

  /**
   * @param status HTTP-like: 400..499 or 500..504
   * @param code stable word such as {@code round-closed}
   * @param faults what is wrong where; only with 400 and 422, else empty
   */
  public BusFailure(int status, String code, List<Fault> faults) {
    this(status, code, faults, null);
  }

  /**
   * @param details fields that only this kind of failure has, for whoever asked; null for none
   */
  public BusFailure(int status, String code, List<Fault> faults, JsonObject details) {
    super(status + " " + code, null, false, false);
    this.status = status;
    this.code = code;
    this.faults = List.copyOf(faults);
    this.details = details;
  }

  /** A failure without pointers. */
  public static BusFailure of(int status, String code) {
    return new BusFailure(status, code, List.of());
  }

  /** 404 {@code not-found}: also for wrong, expired and foreign tokens. */
  public static BusFailure notFound() {
    return of(404, "not-found");
  }

  /** 401 {@code unauthorized}: no token where one is needed. */
  public static BusFailure unauthorized() {
    return of(401, "unauthorized");
  }

  /** 409 with its own code, e.g. {@code ticket-spent}. */
  public static BusFailure conflict(String code) {
    return of(409, code);
  }

  /** 400 {@code bad-request}: the structure of the body is wrong. */
  public static BusFailure badRequest(List<Fault> faults) {
    return new BusFailure(400, "bad-request", faults);
  }

  /** 422 {@code invalid-values}: well-formed, but with wrong ids or values. */
  public static BusFailure invalidValues(List<Fault> faults) {
    return new BusFailure(422, "invalid-values", faults);
  }

  /** 503 {@code unavailable}: database or service away; try again later. */
  public static BusFailure unavailable() {
    return of(503, "unavailable");
  }

  /** 504 {@code gateway-timeout}: no answer in time. */
  public static BusFailure timeout() {
    return of(504, "gateway-timeout");
  }

  /** 502 {@code bad-gateway}: the other side broke. */
  public static BusFailure badGateway() {
    return of(502, "bad-gateway");
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** What is wrong where; empty for most failures. */
  public List<Fault> faults() {
    return faults;
  }

  /** What else there is to say, in fields of this kind of failure; never changed by the reader. */
  public Optional<JsonObject> details() {
    return Optional.ofNullable(details);
  }
}
