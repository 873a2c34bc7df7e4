package dev.rolewise.gateway.problem;

import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Why a request was not done.
 *
 * @param kind code and status
 * @param faults what is wrong where; empty for most problems
 * @param retryAfter seconds after which it is worth trying again, 0 to leave it open
 * @param allow what goes into the Allow header of a 405, e.g. {@code "GET, HEAD"}, else empty
 * @param untrusted whether nothing that follows on this connection can be believed: it is closed
 *     without reading any further
 * @param details fields that only this kind of problem has; empty for most
 */
public record Problem(
    ProblemCode kind,
    List<Fault> faults,
    int retryAfter,
    String allow,
    boolean untrusted,
    JsonObject details) {

  private static final int SOON = 2;
  private static final int LATER = 60;

  public Problem {
    faults = List.copyOf(faults);
  }

  public Problem(
      ProblemCode kind, List<Fault> faults, int retryAfter, String allow, boolean untrusted) {
    this(kind, faults, retryAfter, allow, untrusted, new JsonObject());
  }

  /** A problem of that kind; those that pass by themselves say when to come back. */
  public static Problem of(ProblemCode kind) {
    return of(kind, List.of());
  }

  /** The same with what is wrong where. */
  public static Problem of(ProblemCode kind, List<Fault> faults) {
    int wait =
        switch (kind) {
          case UNAVAILABLE -> SOON;
          case TOO_MANY_REQUESTS -> LATER;
          default -> 0;
        };
    return new Problem(kind, faults, wait, "", false);
  }

  /** What a service said; a code this gateway has no words for becomes the plainest of its kind. */
  public static Problem of(BusFailure failure) {
    ProblemCode kind =
        ProblemCode.of(failure.status(), failure.code())
            .orElseGet(() -> ProblemCode.ofStatus(failure.status()));
    Problem plain = of(kind, failure.faults());
    return failure
        .details()
        .map(it -> new Problem(kind, plain.faults(), plain.retryAfter(), "", false, it))
        .orElse(plain);
  }

  /** 405 with the methods that do exist there. */
  public static Problem methodNotAllowed(String allow) {
    return new Problem(ProblemCode.METHOD_NOT_ALLOWED, List.of(), 0, allow, false);
  }

  /** 429 with the seconds until the next try can succeed. */
  public static Problem tooManyRequests(int retryAfter) {
    return new Problem(ProblemCode.TOO_MANY_REQUESTS, List.of(), retryAfter, "", false);
  }

  /** 400 for a request that two readers could understand differently. */
  public static Problem ambiguous() {
    return new Problem(ProblemCode.BAD_REQUEST, List.of(), 0, "", true);
  }

  public int status() {
    return kind.status();
  }

  public String code() {
    return kind.code();
  }
}
