package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.health.Readiness;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A service's verticles, deployed in order and undeployed in the opposite order. */
public final class RunningService {

  private final Vertx vertx;
  private final Deque<String> deployed = new ArrayDeque<>();

  private RunningService(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Deploys everything, one after the other; undeploys again what stood when one fails. */
  public static <C> Future<RunningService> start(
      Vertx vertx, ServiceDefinition<C> definition, C settings, Readiness readiness) {
    RunningService service = new RunningService(vertx);
    return service
        .deploy(definition.verticles().apply(settings, readiness))
        .map(service)
        .recover(failure -> service.stop().transform(stopped -> Future.failedFuture(failure)));
  }

  /** Undeploys everything: each verticle unregisters, ends what is under way and closes its own. */
  public Future<Void> stop() {
    if (deployed.isEmpty()) {
      return Future.succeededFuture();
    }
    // a verticle that cannot stop must not keep the others from stopping
    return vertx.undeploy(deployed.pop()).otherwiseEmpty().compose(done -> stop());
  }

  private Future<Void> deploy(List<Deployment> deployments) {
    if (deployments.isEmpty()) {
      return Future.succeededFuture();
    }
    Deployment first = deployments.get(0);
    return vertx
        .deployVerticle(first.verticle(), first.options())
        .compose(
            id -> {
              deployed.push(id);
              return deploy(deployments.subList(1, deployments.size()));
            });
  }
}
