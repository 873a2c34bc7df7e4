package dev.rolewise.systemtest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Readers of a few things by turns, over many connections: a number of them who each wait for their
 * answer, or a rate that does not care about answers. All on one event loop, so that nothing here
 * needs a lock.
 */
final class ReadingCrowd implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 1_000;
  private static final long TICK_MILLIS = 5;
  private static final int MOST_STRANGE = 20;
  private static final long PATIENCE_SECONDS = 120;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http;
  private final int port;
  private final List<Read> reads;
  private int turn;

  /** What is read, and with which right; none for what everybody may read. */
  record Read(String path, Optional<String> token) {
    static Read with(String token, String path) {
      return new Read(path, Optional.of(token));
    }

    static Read open(String path) {
      return new Read(path, Optional.empty());
    }
  }

  ReadingCrowd(int port, List<Read> reads) {
    this.port = port;
    this.reads = List.copyOf(reads);
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(10_000),
            new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS).setEventLoopSize(1));
  }

  /**
   * What came of it.
   *
   * @param good answered with 200
   * @param refused answered with 429 or 503 and when to come back
   * @param strange whatever else happened
   * @param middleMillis within which half of the good answers came
   * @param lateMillis within which 99 of 100 good answers came
   * @param longestMillis the longest that anybody waited for an answer of either kind
   */
  record Spell(
      int good,
      int refused,
      List<String> strange,
      double seconds,
      long middleMillis,
      long lateMillis,
      long longestMillis) {
    double goodPerSecond() {
      return good / seconds;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.0f/s answered (half within %d ms, 99 %% within %d), %.0f/s told to come back, nobody"
              + " waited longer than %d ms, %d else %s",
          goodPerSecond(),
          middleMillis,
          lateMillis,
          refused / seconds,
          longestMillis,
          strange.size(),
          strange);
    }
  }

  /** So many readers, each with one request after the other. */
  Spell atOnce(int readers, double seconds) {
    return on(
        tally -> {
          List<Future<Void>> all = new ArrayList<>();
          for (int reader = 0; reader < readers; reader++) {
            all.add(again(tally, System.nanoTime() + (long) (seconds * 1e9)));
          }
          return Future.join(all).mapEmpty();
        });
  }

  /** So many requests in each second, evenly, answered or not. */
  Spell perSecond(double rate, double seconds) {
    return on(
        tally -> {
          Promise<Void> done = Promise.promise();
          List<Future<Void>> sent = new ArrayList<>();
          long begin = System.nanoTime();
          vertx.setPeriodic(
              TICK_MILLIS,
              timer -> {
                double passed = (System.nanoTime() - begin) / 1e9;
                while (sent.size() < Math.min(passed, seconds) * rate) {
                  sent.add(ask(tally));
                }
                if (passed >= seconds) {
                  vertx.cancelTimer(timer);
                  Future.join(sent).<Void>mapEmpty().onComplete(done);
                }
              });
          return done.future();
        });
  }

  private interface Coming {
    Future<Void> come(Tally tally);
  }

  private Spell on(Coming crowd) {
    Promise<Spell> spell = Promise.promise();
    vertx.runOnContext(
        go -> {
          Tally tally = new Tally();
          crowd.come(tally).onComplete(done -> spell.complete(tally.spell()));
        });
    try {
      return spell.future().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("requests were never answered", late);
    }
  }

  private Future<Void> again(Tally tally, long end) {
    return ask(tally)
        .compose(done -> System.nanoTime() < end ? again(tally, end) : Future.succeededFuture());
  }

  private Future<Void> ask(Tally tally) {
    long begin = System.nanoTime();
    Read read = reads.get(turn++ % reads.size());
    return http.request(HttpMethod.GET, port, "127.0.0.1", read.path())
        .compose(
            request -> {
              read.token().ifPresent(it -> request.putHeader("authorization", "Bearer " + it));
              return request.send();
            })
        .compose(response -> response.body().map(body -> response))
        .transform(
            result -> {
              long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
              if (result.failed()) {
                tally.strange(String.valueOf(result.cause()));
              } else {
                tally.count(result.result(), millis);
              }
              return Future.succeededFuture();
            });
  }

  private static final class Tally {
    private final long begin = System.nanoTime();
    private final List<Long> millis = new ArrayList<>();
    private final List<String> strange = new ArrayList<>();
    private int refused;
    private long longest;

    void count(HttpClientResponse response, long took) {
      longest = Math.max(longest, took);
      if (response.statusCode() == 200) {
        millis.add(took);
      } else if ((response.statusCode() == 503 || response.statusCode() == 429)
          && response.getHeader("retry-after") != null) {
        refused++;
      } else {
        strange("answered " + response.statusCode());
      }
    }

    void strange(String what) {
      if (strange.size() < MOST_STRANGE) {
        strange.add(what);
      }
    }

    Spell spell() {
      double seconds = (System.nanoTime() - begin) / 1e9;
      Collections.sort(millis);
      int good = millis.size();
      return new Spell(
          good,
          refused,
          List.copyOf(strange),
          seconds,
          good == 0 ? 0 : millis.get(good / 2),
          good == 0 ? 0 : millis.get(good * 99 / 100),
          longest);
    }
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
