package dev.rolewise.runtime.lifecycle;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import java.util.function.Supplier;

/**
 * A verticle to deploy.
 *
 * @param verticle makes one instance; called once per instance
 * @param options how many instances, among other things
 */
public record Deployment(Supplier<? extends Deployable> verticle, DeploymentOptions options) {

  /** A single instance. */
  public static Deployment one(Supplier<? extends Deployable> verticle) {
    return new Deployment(verticle, new DeploymentOptions());
  }
}
