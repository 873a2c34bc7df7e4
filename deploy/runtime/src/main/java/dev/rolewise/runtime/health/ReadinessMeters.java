package dev.rolewise.runtime.health;

import dev.rolewise.runtime.metrics.Meters;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/** Readiness as numbers: 1 for yes, 0 for no, as found when somebody looks at the meters. */
final class ReadinessMeters {

  private ReadinessMeters() {}

  static void note(Vertx vertx, Readiness.Verdict verdict) {
    Meters.level(vertx, "rolewise.ready", "Whether this process may get work")
        .set(number(verdict.ready()));
    Meters.level(vertx, "rolewise.draining", "Whether this process is stopping")
        .set(number(verdict.draining()));
    for (int i = 0; i < verdict.checks().size(); i++) {
      JsonObject check = verdict.checks().getJsonObject(i);
      Meters.level(
              vertx,
              "rolewise.check.up",
              "Whether a single check of the readiness passes",
              "check",
              check.getString("name"))
          .set(number(check.getBoolean("up")));
    }
  }

  private static long number(boolean yes) {
    return yes ? 1 : 0;
  }
}
