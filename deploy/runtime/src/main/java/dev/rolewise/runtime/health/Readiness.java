package dev.rolewise.runtime.health;

import dev.rolewise.runtime.fault.StartFault;
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

  private final Map<String, Check> checks = new ConcurrentSkipListMap<>();
  private final Duration timeout;
  private volatile boolean started;
  private volatile boolean draining;
  private volatile boolean asked;
  private volatile boolean wasReady;

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
   * @param check called for every question; a failed or late future means not ready; the line of a
   *     {@link StartFault} is shown as the reason
   */
  public Readiness check(String name, Supplier<Future<?>> check) {
    checks.put(name, new Check(check, Need.ALWAYS));
    return this;
  }

  /**
   * Adds a check that must pass once before work may come, and is only shown from then on: for what
   * this process needs to begin with, and can do much without.
   *
   * @param name as for {@link #check}
   * @param check as for {@link #check}
   */
  public Readiness checkAtFirst(String name, Supplier<Future<?>> check) {
    checks.put(name, new Check(check, Need.AT_FIRST));
    return this;
  }

  /**
   * Adds what is only shown, and worth a look when it does not pass.
   *
   * @param name as for {@link #check}
   * @param check as for {@link #check}
   */
  public Readiness remark(String name, Supplier<Future<?>> check) {
    checks.put(name, new Check(check, Need.NEVER));
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

  /** Whether the process is on its way out. */
  public boolean isDraining() {
    return draining;
  }

  /** Whether everything is deployed. */
  public boolean isStarted() {
    return started;
  }

  /**
   * Whether somebody may send work here: it has been told once that it may come. Whoever sends
   * without asking may do so since the start.
   */
  public boolean mayHaveWork() {
    return wasReady || started && !asked;
  }

  /** Asks every check, side by side. Never fails. */
  public Future<Verdict> ask() {
    List<Future<JsonObject>> answers = new ArrayList<>();
    checks.forEach((name, check) -> answers.add(ask(name, check)));
    return Future.join(answers)
        .otherwiseEmpty()
        .map(
            done -> {
              JsonArray results = new JsonArray();
              boolean up = started && !draining;
              for (Future<JsonObject> answer : answers) {
                up &= answer.result().getBoolean("up") || !answer.result().getBoolean("needed");
                results.add(answer.result());
              }
              asked = true;
              if (up) {
                wasReady = true;
              }
              return new Verdict(up, draining, results);
            });
  }

  private Future<JsonObject> ask(String name, Check check) {
    return Future.succeededFuture()
        .compose(go -> check.ask())
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .transform(
            result -> {
              JsonObject answer =
                  new JsonObject()
                      .put("name", name)
                      .put("up", result.succeeded())
                      .put("needed", check.isNeeded());
              if (result.cause() instanceof StartFault known) {
                answer.put("why", known.getMessage());
              }
              return Future.succeededFuture(answer);
            });
  }

  /**
   * The answer to one question.
   *
   * @param ready true when work may come
   * @param draining true once stopping has begun
   * @param checks name and outcome of each check, whether being ready takes it now, and why it
   *     failed where that is known
   */
  public record Verdict(boolean ready, boolean draining, JsonArray checks) {

    JsonObject toJson() {
      return new JsonObject().put("ready", ready).put("draining", draining).put("checks", checks);
    }
  }

  private enum Need {
    ALWAYS,
    AT_FIRST,
    NEVER
  }

  /** One question, and whether it has ever been answered well. */
  private static final class Check {

    private final Supplier<Future<?>> question;
    private final Need need;
    private volatile boolean passed;

    Check(Supplier<Future<?>> question, Need need) {
      this.question = question;
      this.need = need;
    }

    Future<?> ask() {
      return question.get().onSuccess(well -> passed = true);
    }

    boolean isNeeded() {
      return need == Need.ALWAYS || need == Need.AT_FIRST && !passed;
    }
  }
}
