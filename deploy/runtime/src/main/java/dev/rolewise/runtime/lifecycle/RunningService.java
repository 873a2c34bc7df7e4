package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.bus.BusEcho;
import dev.rolewise.runtime.health.Readiness;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A service's verticles, deployed in order and undeployed in the opposite order, and its echo: it
 * answers once everything is deployed, and the first thing a stop takes away is the echo.
 */
public final class RunningService {

  private final Vertx vertx;
  private final Readiness readiness;
  private final ServiceDefinition<?> definition;
  private final Deque<String> deployed = new ArrayDeque<>();

  private Optional<BusEcho> echo = Optional.empty();

  private RunningService(Vertx vertx, Readiness readiness, ServiceDefinition<?> definition) {
    this.vertx = vertx;
    this.readiness = readiness;
    this.definition = definition;
  }

  /** Deploys everything, one after the other; undeploys again what stood when one fails. */
  public static <C> Future<RunningService> start(
      Vertx vertx, ServiceDefinition<C> definition, C settings, Readiness readiness) {
    RunningService service = new RunningService(vertx, readiness, definition);
    return service
        .deploy(definition.verticles().apply(settings, readiness))
        .compose(done -> service.announce())
        .map(service)
        .recover(failure -> service.stop().transform(stopped -> Future.failedFuture(failure)));
  }

  /** Undeploys everything: each verticle unregisters, ends what is under way and closes its own. */
  public Future<Void> stop() {
    definition.needs().forEach(readiness::forget);
    definition.needsAtFirst().forEach(readiness::forget);
    Future<Void> silent = echo.map(BusEcho::stop).orElseGet(Future::succeededFuture);
    echo = Optional.empty();
    return silent.otherwiseEmpty().compose(done -> undeploy());
  }

  private Future<Void> undeploy() {
    if (deployed.isEmpty()) {
      return Future.succeededFuture();
    }
    // a verticle that cannot stop must not keep the others from stopping
    return vertx.undeploy(deployed.pop()).otherwiseEmpty().compose(done -> undeploy());
  }

  private Future<Void> announce() {
    definition.needs().forEach(service -> BusEcho.checkOther(readiness, vertx, service));
    definition
        .needsAtFirst()
        .forEach(service -> BusEcho.checkOtherAtFirst(readiness, vertx, service));
    return BusEcho.answerFor(definition.name(), vertx)
        .onSuccess(answering -> echo = Optional.of(answering))
        .mapEmpty();
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
