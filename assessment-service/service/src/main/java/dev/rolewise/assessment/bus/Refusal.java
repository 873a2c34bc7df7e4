package dev.rolewise.assessment.bus;

import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.Future;

/** Failed futures with the codes of the contract. */
public final class Refusal {
  private Refusal() {}

  /**
   * Refuses with a code.
   *
   * @param code why
   * @return always failed
   * @param <T> what would have been answered
   */
  public static <T> Future<T> of(ErrorCode code) {
    return Future.failedFuture(BusFailure.of(code.status(), code.code()));
  }

  /**
   * Refuses wrong values.
   *
   * @param faults at least one
   * @return always failed
   * @param <T> what would have been answered
   */
  public static <T> Future<T> of(Faults faults) {
    return Future.failedFuture(
        BusFailure.invalidValues(
            faults.list().stream().map(f -> new Fault(f.pointer(), f.code())).toList()));
  }

  /**
   * Refuses one wrong value.
   *
   * @param pointer JSON pointer into the request's body
   * @param code fault code
   * @return always failed
   * @param <T> what would have been answered
   */
  public static <T> Future<T> of(String pointer, String code) {
    Faults faults = new Faults();
    faults.add(pointer, code);
    return of(faults);
  }
}
