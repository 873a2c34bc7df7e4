package dev.rolewise.gateway.live;

import dev.rolewise.assessment.contract.round.Round;
import dev.rolewise.assessment.contract.round.Turnout;
import dev.rolewise.assessment.contract.round.TurnoutHint;
import dev.rolewise.gateway.edge.HardClose;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One browser's stream of one round. Lives on its connection's event loop; a slow reader gets the
 * latest state when it reads again, not all those it missed.
 */
final class TurnoutStream {

  private static final String OPEN = "open";

  /** Signs of life that find the last one still unread, after which nobody is there. */
  private static final int MOST_UNREAD = 4;

  private static final Duration MOST_FOR_GOODBYE = Duration.ofSeconds(1);

  private static final long NEVER = -1;

  private final Vertx vertx;
  private final Context context;
  private final LiveMeters meters;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final StreamLimits limits;
  private final Supplier<Future<Round>> read;
  private final Supplier<Future<Round>> look;

  private Turnout latest;
  private int sentVersion = -1;
  private int sentRelease = -1;
  private long quietUntil = System.nanoTime();
  private long pauseTimer = NEVER;
  private long heartbeatTimer = NEVER;
  private int unread;
  private boolean reading;
  private boolean readAgain;
  private boolean over;

  /**
   * To be made on the event loop of the request.
   *
   * @param read asks for the round as it is now
   * @param look asks for it when there is no reason to think that it changed
   */
  TurnoutStream(
      Vertx vertx,
      LiveMeters meters,
      HttpServerRequest request,
      StreamLimits limits,
      Supplier<Future<Round>> read,
      Supplier<Future<Round>> look) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.meters = meters;
    this.request = request;
    this.response = request.response();
    this.limits = limits;
    this.read = read;
    this.look = look;
  }

  /** Sends the head and where the round stands; hints that came meanwhile are not older. */
  void start(Round round) {
    if (over) {
      return;
    }
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("x-accel-buffering", "no");
    if (round.state().equals(OPEN)) {
      sentRelease = lastRelease(round);
    }
    boolean changedMeanwhile = latest != null && latest.version() > round.turnout().version();
    if (!changedMeanwhile) {
      latest = round.turnout();
    }
    writeTurnout();
    heartbeatTimer = vertx.setPeriodic(limits.heartbeat().toMillis(), tick -> heartbeat());
    follow(round);
    if (readAgain) {
      reread();
    }
  }

  /** A hint about this round; from any thread. */
  void hint(TurnoutHint hint) {
    context.runOnContext(
        turn -> {
          if (over) {
            return;
          }
          offer(hint.turnout());
          if (!hint.state().equals(OPEN) || hint.release() != null) {
            reread();
          }
        });
  }

  /** Ends the stream and tells the browser when to come back; from any thread. */
  Future<Void> goodbye(long retryMillis) {
    return Future.future(
        done ->
            context.runOnContext(
                turn -> {
                  if (over || response.ended() || response.closed()) {
                    done.complete();
                  } else if (!response.headWritten()) {
                    // its round is still being read: the failure of that read is its answer
                    done.complete();
                  } else {
                    stop();
                    end("retry: " + retryMillis + "\n\n").onComplete(x -> done.complete());
                  }
                }));
  }

  /** Whoever does not read even that is not waited for: others want to leave, too. */
  private Future<Void> end(String last) {
    return response
        .end(last)
        .timeout(MOST_FOR_GOODBYE.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(unread -> HardClose.drop(request));
  }

  /** Nobody listens any more. */
  void stop() {
    over = true;
    vertx.cancelTimer(pauseTimer);
    vertx.cancelTimer(heartbeatTimer);
  }

  private void offer(Turnout turnout) {
    if (latest != null && turnout.version() <= latest.version()) {
      return;
    }
    if (latest != null && latest.version() > sentVersion) {
      meters.coalesced();
    }
    latest = turnout;
    if (response.headWritten() && pauseTimer == NEVER) {
      long wait = quietUntil - System.nanoTime();
      if (wait <= 0) {
        flush();
      } else {
        pauseTimer = vertx.setTimer(wait / 1_000_000 + 1, late -> flush());
      }
    }
  }

  private void flush() {
    pauseTimer = NEVER;
    if (over || latest.version() <= sentVersion) {
      return;
    }
    if (response.writeQueueFull()) {
      response.drainHandler(drained -> flush());
      return;
    }
    quietUntil = System.nanoTime() + limits.pause().toNanos();
    writeTurnout();
  }

  private void writeTurnout() {
    sentVersion = latest.version();
    meters.sent();
    write("turnout", latest.toJson());
  }

  private void write(String event, JsonObject data) {
    response.write(
        "id: " + sentVersion + "\nevent: " + event + "\ndata: " + data.encode() + "\n\n");
  }

  /** The hint was a reason to look; what counts is the round itself. */
  private void reread() {
    if (reading || !response.headWritten()) {
      readAgain = true;
      return;
    }
    ask(read);
  }

  private void ask(Supplier<Future<Round>> question) {
    reading = true;
    readAgain = false;
    question
        .get()
        .onComplete(
            result ->
                context.runOnContext(
                    turn -> {
                      reading = false;
                      if (over) {
                        return;
                      }
                      if (result.succeeded()) {
                        offer(result.result().turnout());
                        follow(result.result());
                      } else if (isGone(result.cause())) {
                        end();
                      }
                      if (readAgain && !over) {
                        reread();
                      }
                    }));
  }

  private void follow(Round round) {
    int release = lastRelease(round);
    boolean closed = !round.state().equals(OPEN);
    if (latest.version() > sentVersion && (closed || release > sentRelease)) {
      writeTurnout();
    }
    if (release > sentRelease) {
      sentRelease = release;
      write("release", new JsonObject().put("version", release));
    }
    if (closed) {
      write("closed", new JsonObject().put("version", latest.version()));
      end();
    }
  }

  private void heartbeat() {
    if (response.writeQueueFull()) {
      unread++;
      if (unread >= MOST_UNREAD) {
        stop();
        HardClose.drop(request);
      }
      return;
    }
    unread = 0;
    response.write(":\n\n");
    if (!reading) {
      ask(look);
    }
  }

  private void end() {
    stop();
    end("");
  }

  private static boolean isGone(Throwable failure) {
    return failure instanceof BusFailure refused && refused.status() < 500;
  }

  private static int lastRelease(Round round) {
    List<Integer> releases = round.releases();
    return releases.isEmpty() ? -1 : releases.get(releases.size() - 1);
  }
}
