package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.bus.BusEcho;
import dev.rolewise.runtime.bus.OwnEcho;
import dev.rolewise.runtime.cluster.ClusterSettings;
import dev.rolewise.runtime.cluster.ClusteredVertx;
import dev.rolewise.runtime.health.Liveness;
import dev.rolewise.runtime.health.ManagementServer;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.log.LogSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One service, serving: started in order, stopped so that no request is lost. */
final class ServiceProcess {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);

  /** Exit code of a process that gave itself up. */
  private static final int BUS_DEAD = 3;

  private final Vertx vertx;
  private final RuntimeSettings settings;
  private final String name;
  private final Readiness readiness = Readiness.create();
  private final Liveness liveness = new Liveness();
  private final OwnEcho echo;
  private final RunningService service;
  private volatile Optional<ManagementServer> management = Optional.empty();
  private volatile Optional<BusWatch> watch = Optional.empty();

  private <C> ServiceProcess(
      Vertx vertx, RuntimeSettings settings, ServiceDefinition<C> definition, C own) {
    this.vertx = vertx;
    this.settings = settings;
    this.name = definition.name();
    this.echo = OwnEcho.of(vertx);
    this.service = RunningService.of(vertx, definition, own, readiness);
  }

  /** One that has not begun yet; it can be stopped from now on. */
  static <C> ServiceProcess of(
      Vertx vertx, RuntimeSettings settings, ServiceDefinition<C> definition, C own) {
    return new ServiceProcess(vertx, settings, definition, own);
  }

  /** Serves health, then everything else; done when all of it runs, which may take for ever. */
  Future<Void> start() {
    return serveHealth()
        .compose(
            health -> {
              management = Optional.of(health);
              BusEcho.checkOwn(readiness, echo);
              ClusteredVertx.checkMembers(readiness, vertx);
              // also one that waits for its tables is of no use on a dead bus
              watch = settings.cluster().map(this::watchBus);
              return service.start();
            })
        .onSuccess(
            done -> {
              readiness.started();
              LogSetup.begun();
              LOG.info(
                  "{} is ready, health on port {}",
                  name,
                  management.map(ManagementServer::port).orElseThrow());
            });
  }

  private Future<ManagementServer> serveHealth() {
    String host = settings.managementHost();
    int port = settings.managementPort();
    return ManagementServer.start(vertx, host, port, readiness, liveness)
        .recover(
            failure ->
                Future.failedFuture(Listening.explain(failure, host, port, "management.port")));
  }

  private BusWatch watchBus(ClusterSettings cluster) {
    return BusWatch.start(
        vertx,
        echo::look,
        cluster.deadAfter(),
        () -> {
          liveness.giveUp();
          // the orderly end needs the event loop that says this
          new Thread(() -> System.exit(BUS_DEAD), "give-up").start();
        });
  }

  /**
   * Unready, wait until others noticed, then unregister and end what is under way; the wait is left
   * out by whom nobody has ever sent work. Gives up waiting, never fails. Vert.x stays open: a
   * future that ends on one of its event loops cannot tell anybody that the event loops have ended.
   */
  Future<Void> stop() {
    Duration delay = readiness.mayHaveWork() ? settings.drainDelay() : Duration.ZERO;
    readiness.drain();
    watch.ifPresent(BusWatch::stop);
    LOG.info(readiness.isStarted() ? "stopping" : "stopping before the start is complete");
    Future<Void> noticed =
        delay.isZero()
            ? Future.succeededFuture()
            : vertx.timer(delay.toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
    return noticed
        .compose(done -> service.stop())
        .timeout(delay.plus(settings.stopTimeout()).toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(
            late -> LOG.warn("requests were still under way after {}", settings.stopTimeout()))
        .otherwiseEmpty()
        .compose(done -> management.map(ManagementServer::stop).orElseGet(Future::succeededFuture))
        .otherwiseEmpty();
  }
}
