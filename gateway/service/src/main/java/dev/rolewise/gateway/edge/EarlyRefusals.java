package dev.rolewise.gateway.edge;

import dev.rolewise.runtime.metrics.ClosedCounter;
import dev.rolewise.runtime.metrics.Meters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and tells what is refused before any route has a say. The log gets a line as it has for
 * every other request, but whoever sends such requests by the thousand must not fill it: of each
 * reason the first has a line at once, those that follow share one at the end of an interval, which
 * is about the last of them and says how many they were. Safe from any event loop.
 */
public final class EarlyRefusals {

  /** Between two lines of the same reason. */
  static final Duration INTERVAL = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(EarlyRefusals.class);

  /** Why nobody got to see it. */
  enum Reason {
    /** Two readers could understand it differently. */
    AMBIGUOUS,
    /** It is no HTTP. */
    UNREADABLE,
    URI_TOO_LONG,
    HEADERS_TOO_LARGE,
    /** Its head did not come to an end in time: cut off without an answer. */
    SLOW_HEAD,
    /** More requests than one connection may send without waiting for answers: cut off. */
    PIPELINING,
    /** More of unfinished bodies than there is memory for: the oldest was cut off. */
    BODIES,
    /** Whatever would have to answer has no room for it now. */
    BUSY,
    /** All connections are taken; what comes in great numbers then gets no answer either. */
    CONNECTIONS;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Vertx vertx;
  private final long intervalMillis;
  private final ClosedCounter counter;
  private final Map<Reason, Line> lines = new EnumMap<>(Reason.class);

  /** Made once for a process. */
  public EarlyRefusals(Vertx vertx) {
    this(vertx, INTERVAL);
  }

  EarlyRefusals(Vertx vertx, Duration interval) {
    this.vertx = vertx;
    this.intervalMillis = interval.toMillis();
    this.counter =
        ClosedCounter.of(
            Meters.of(vertx),
            "rolewise.http.early.refusals",
            "Requests and connections that were refused before any route",
            "reason",
            Arrays.stream(Reason.values()).map(Reason::word).toList());
    for (Reason reason : Reason.values()) {
      lines.put(reason, new Line(reason));
    }
  }

  /** Refused with an answer, which has been written. */
  void answered(Reason reason, HttpServerRequest request, String id, long beganNanos) {
    HttpServerResponse response = request.response();
    note(
        reason,
        new Refusal(
            id,
            AccessLog.method(request.method()),
            response.getStatusCode(),
            (System.nanoTime() - beganNanos) / 1_000_000,
            response.bytesWritten()));
  }

  /** Ended without an answer: there was no whole request that could have got one. */
  void cutOff(Reason reason) {
    note(reason, Refusal.UNANSWERED);
  }

  private void note(Reason reason, Refusal refusal) {
    counter.increment(reason.word());
    if (LOG.isInfoEnabled()) {
      lines.get(reason).note(refusal);
    }
  }

  private record Refusal(String id, String method, int status, long millis, long bytes) {
    static final Refusal UNANSWERED = new Refusal("-", "-", 0, 0, 0);
  }

  /** What is still to be told of one reason. */
  private final class Line {
    private final Reason reason;
    private boolean waiting;
    private long untold;
    private Refusal last;

    Line(Reason reason) {
      this.reason = reason;
    }

    synchronized void note(Refusal refusal) {
      if (waiting) {
        untold++;
        last = refusal;
      } else {
        tell(refusal, 1);
        await();
      }
    }

    private void await() {
      waiting = true;
      vertx.setTimer(intervalMillis, over -> tellTheRest());
    }

    private synchronized void tellTheRest() {
      waiting = false;
      if (untold > 0) {
        tell(last, untold);
        untold = 0;
        last = null;
        await();
      }
    }

    private void tell(Refusal refusal, long times) {
      LOG.atInfo()
          .addKeyValue("requestId", refusal.id())
          .addKeyValue("method", refusal.method())
          .addKeyValue("route", "none")
          .addKeyValue("status", refusal.status())
          .addKeyValue("millis", refusal.millis())
          .addKeyValue("bytes", refusal.bytes())
          .addKeyValue("reason", reason.word())
          .addKeyValue("times", times)
          .log(refusal.status() == 0 ? "Cut off" : "Refused");
    }
  }
}
