package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.bus.BusEcho;
import dev.rolewise.runtime.cluster.ClusterSettings;
import dev.rolewise.runtime.health.Liveness;
import dev.rolewise.runtime.health.ManagementServer;
import dev.rolewise.runtime.health.Readiness;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
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
  private final Readiness readiness;
  private final ManagementServer management;
  private final RunningService service;
  private Optional<BusWatch> watch = Optional.empty();

  private ServiceProcess(
      Vertx vertx,
      RuntimeSettings settings,
      Readiness readiness,
      ManagementServer management,
      RunningService service) {
    this.vertx = vertx;
    this.settings = settings;
    this.readiness = readiness;
    this.management = management;
    this.service = service;
  }

  static <C> Future<ServiceProcess> start(
      Vertx vertx, RuntimeSettings settings, ServiceDefinition<C> definition, C own) {
    Readiness readiness = Readiness.create();
    Liveness liveness = new Liveness();
    return ManagementServer.start(
            vertx, settings.managementHost(), settings.managementPort(), readiness, liveness)
        .recover(
            failure ->
                Future.failedFuture(
                    Listening.explain(
                        failure,
                        settings.managementHost(),
                        settings.managementPort(),
                        "management.port")))
        .compose(
            management -> {
              BusEcho.checkOwn(readiness, vertx);
              return RunningService.start(vertx, definition, own, readiness)
                  .map(
                      service ->
                          new ServiceProcess(vertx, settings, readiness, management, service));
            })
        .onSuccess(
            process -> {
              readiness.started();
              process.watch =
                  settings.cluster().map(cluster -> process.watchBus(cluster, liveness));
              LOG.info(
                  "{} is ready, health on port {}", definition.name(), process.management.port());
            });
  }

  private BusWatch watchBus(ClusterSettings cluster, Liveness liveness) {
    return BusWatch.start(
        vertx,
        () -> BusEcho.own(vertx),
        cluster.deadAfter(),
        () -> {
          liveness.giveUp();
          // the orderly end needs the event loop that says this
          new Thread(() -> System.exit(BUS_DEAD), "give-up").start();
        });
  }

  /**
   * Unready, wait until others noticed, then unregister and end what is under way. Gives up
   * waiting, never fails. Vert.x stays open: a future that ends on one of its event loops cannot
   * tell anybody that the event loops have ended.
   */
  Future<Void> stop() {
    readiness.drain();
    watch.ifPresent(BusWatch::stop);
    LOG.info("stopping");
    Future<Void> noticed =
        settings.drainDelay().isZero()
            ? Future.succeededFuture()
            : vertx.timer(settings.drainDelay().toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
    return noticed
        .compose(done -> service.stop())
        .timeout(
            settings.drainDelay().plus(settings.stopTimeout()).toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(
            late -> LOG.warn("requests were still under way after {}", settings.stopTimeout()))
        .otherwiseEmpty()
        .compose(done -> management.stop().otherwiseEmpty());
  }
}
