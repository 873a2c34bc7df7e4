package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.bus.BusEcho;
import dev.rolewise.runtime.bus.PeerClocks;
import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.health.Readiness;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * A service's verticles, deployed in order and undeployed in the opposite order, and its echo: it
 * answers once everything is deployed, and the first thing a stop takes away is the echo.
 */
public final class RunningService {

  private final Vertx vertx;
  private final Readiness readiness;
  private final ServiceDefinition<?> definition;
  private final Supplier<List<Deployment>> deployments;
  private final PeerClocks clocks;

  /** A stop may come from another thread, in the middle of the start. */
  private final Deque<String> deployed = new ConcurrentLinkedDeque<>();

  private volatile boolean stopping;
  private volatile Optional<BusEcho> echo = Optional.empty();

  private <C> RunningService(
      Vertx vertx, ServiceDefinition<C> definition, C settings, Readiness readiness) {
    this.vertx = vertx;
    this.readiness = readiness;
    this.definition = definition;
    this.clocks = PeerClocks.of(vertx);
    this.deployments = () -> definition.verticles().apply(settings, readiness);
  }

  /** Nothing is deployed yet. */
  static <C> RunningService of(
      Vertx vertx, ServiceDefinition<C> definition, C settings, Readiness readiness) {
    return new RunningService(vertx, definition, settings, readiness);
  }

  /** Deploys everything, one after the other; undeploys again what stood when one fails. */
  public static <C> Future<RunningService> start(
      Vertx vertx, ServiceDefinition<C> definition, C settings, Readiness readiness) {
    RunningService service = of(vertx, definition, settings, readiness);
    return service.start().map(service);
  }

  /** As the other; once. */
  Future<Void> start() {
    return deploy(deployments.get())
        .compose(done -> announce())
        .recover(failure -> stop().transform(stopped -> Future.failedFuture(failure)));
  }

  /** Undeploys everything: each verticle unregisters, ends what is under way and closes its own. */
  public Future<Void> stop() {
    stopping = true;
    definition.needs().forEach(readiness::forget);
    definition.needsAtFirst().forEach(readiness::forget);
    clocks.forgetIn(readiness);
    Future<Void> silent = echo.map(BusEcho::stop).orElseGet(Future::succeededFuture);
    echo = Optional.empty();
    return silent.otherwiseEmpty().compose(done -> undeploy());
  }

  private Future<Void> undeploy() {
    String last = deployed.poll();
    if (last == null) {
      return Future.succeededFuture();
    }
    // a verticle that cannot stop must not keep the others from stopping
    return vertx.undeploy(last).otherwiseEmpty().compose(done -> undeploy());
  }

  private Future<Void> announce() {
    if (!definition.needs().isEmpty() || !definition.needsAtFirst().isEmpty()) {
      clocks.showIn(readiness);
    }
    definition.needs().forEach(other -> BusEcho.checkOther(readiness, vertx, other, clocks));
    definition
        .needsAtFirst()
        .forEach(other -> BusEcho.checkOtherAtFirst(readiness, vertx, other, clocks));
    return BusEcho.answerFor(definition.name(), vertx)
        .compose(
            answering -> {
              echo = Optional.of(answering);
              // a stop that came meanwhile has found nothing to silence
              return stopping ? answering.stop() : Future.succeededFuture();
            });
  }

  private Future<Void> deploy(List<Deployment> rest) {
    if (stopping) {
      return Future.failedFuture(new StartFault("The start was broken off by a stop."));
    }
    if (rest.isEmpty()) {
      return Future.succeededFuture();
    }
    Deployment first = rest.get(0);
    return vertx
        .deployVerticle(first.verticle(), first.options())
        .compose(
            id -> {
              deployed.push(id);
              return deploy(rest.subList(1, rest.size()));
            });
  }
}
