package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.metrics.ClosedCounter;
import dev.rolewise.runtime.metrics.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts submissions over all rounds of this process, so that no count belongs to a round, a ticket
 * or an answer.
 */
public final class SubmissionMeters {
  private static final List<String> CODES =
      Stream.concat(
              Stream.of(
                      ErrorCode.UNAUTHORIZED,
                      ErrorCode.NOT_FOUND,
                      ErrorCode.BAD_REQUEST,
                      ErrorCode.INVALID_VALUES,
                      ErrorCode.ROUND_CLOSED,
                      ErrorCode.ROUND_FULL,
                      ErrorCode.TICKET_SPENT,
                      ErrorCode.KEY_REUSED,
                      ErrorCode.UNAVAILABLE)
                  .map(ErrorCode::code),
              Stream.of(ClosedCounter.OTHER))
          .toList();

  private SubmissionMeters() {}

  /**
   * Makes them, at 0; to be called when the service starts.
   *
   * @param registry where they are kept
   */
  public static void register(MeterRegistry registry) {
    accepted(registry);
    repeated(registry);
    commits(registry);
    refused(registry);
  }

  static void accepted(int sheets) {
    accepted(Meters.here()).increment(sheets);
  }

  /** Sheets are about to be stored, in one transaction. */
  static void committing() {
    commits(Meters.here()).increment();
  }

  static void repeated() {
    repeated(Meters.here()).increment();
  }

  /**
   * A submission was not accepted.
   *
   * @param failure why
   */
  public static void refused(Throwable failure) {
    refused(Meters.here())
        .increment(failure instanceof BusFailure known ? known.code() : ClosedCounter.OTHER);
  }

  private static Counter accepted(MeterRegistry registry) {
    return Counter.builder("rolewise.sheets.accepted")
        .description("Sheets stored, each counted once")
        .register(registry);
  }

  private static Counter commits(MeterRegistry registry) {
    return Counter.builder("rolewise.sheets.commits")
        .description("Transactions that store sheets, each as many as have come in meanwhile")
        .register(registry);
  }

  private static Counter repeated(MeterRegistry registry) {
    return Counter.builder("rolewise.sheets.repeated")
        .description("Submissions answered with the receipt of an earlier, equal one")
        .register(registry);
  }

  private static ClosedCounter refused(MeterRegistry registry) {
    return ClosedCounter.of(
        registry,
        "rolewise.submissions.refused",
        "Submissions that were not accepted, by the code of the refusal",
        "code",
        CODES);
  }
}
