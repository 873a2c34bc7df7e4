package dev.rolewise.runtime.health;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whether this process may get work: every named check passes and it is not draining. Verticles add
 * their checks when they start and take them away when they stop. Safe for use by several threads.
 */
public final class Readiness {

  private final Map<String, Supplier<Future<?>>> checks = new ConcurrentSkipListMap<>();
  private final Duration timeout;
  private volatile boolean started;
  private volatile boolean draining;

  /**
   * @param timeout after which a single check counts as failed
   */
  public Readiness(Duration timeout) {
    this.timeout = timeout;
  }

  /** Checks time out after one second. */
  public static Readiness create() {
    return new Readiness(Duration.ofSeconds(1));
  }

  /**
   * Adds a check; a second one under the same name replaces the first.
   *
   * @param name shown to operators, e.g. {@code database}
   * @param check called for every question; a failed or late future means not ready
   */
  public Readiness check(String name, Supplier<Future<?>> check) {
    checks.put(name, check);
    return this;
  }

  /** Takes a check away. */
  public void forget(String name) {
    checks.remove(name);
  }

  /** Everything is deployed. */
  public void started() {
    started = true;
  }

  /** From now on never ready again. */
  public void drain() {
    draining = true;
  }

  boolean isStarted() {
    return started;
  }

  /** Asks every check, side by side. Never fails. */
  public Future<Verdict> ask() {
    List<String> names = new ArrayList<>();
    List<Future<Boolean>> answers = new ArrayList<>();
    checks.forEach(
        (name, check) -> {
          names.add(name);
          answers.add(passes(check));
        });
    return Future.join(answers)
        .otherwiseEmpty()
        .map(
            done -> {
              JsonArray results = new JsonArray();
              boolean up = started && !draining;
              for (int i = 0; i < names.size(); i++) {
                boolean passed = answers.get(i).result();
                up &= passed;
                results.add(new JsonObject().put("name", names.get(i)).put("up", passed));
              }
              return new Verdict(up, draining, results);
            });
  }

  private Future<Boolean> passes(Supplier<Future<?>> check) {
    return Future.succeededFuture()
        .compose(go -> check.get())
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .transform(result -> Future.succeededFuture(result.succeeded()));
  }

  /**
   * The answer to one question.
   *
   * @param ready true when work may come
   * @param draining true once stopping has begun
   * @param checks name and outcome of each check
   */
  public record Verdict(boolean ready, boolean draining, JsonArray checks) {

    JsonObject toJson() {
      return new JsonObject().put("ready", ready).put("draining", draining).put("checks", checks);
    }
  }
}
