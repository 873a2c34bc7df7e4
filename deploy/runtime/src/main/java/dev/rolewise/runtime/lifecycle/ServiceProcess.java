package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.bus.BusEcho;
import dev.rolewise.runtime.health.ManagementServer;
import dev.rolewise.runtime.health.Readiness;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One service, serving: started in order, stopped so that no request is lost. */
final class ServiceProcess {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);

  private final Vertx vertx;
  private final RuntimeSettings settings;
  private final Readiness readiness;
  private final ManagementServer management;
  private final RunningService service;

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
    return ManagementServer.start(
            vertx, settings.managementHost(), settings.managementPort(), readiness)
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
              LOG.info(
                  "{} is ready, health on port {}", definition.name(), process.management.port());
            });
  }

  int managementPort() {
    return management.port();
  }

  /**
   * Unready, wait until others noticed, then unregister and end what is under way. Gives up
   * waiting, never fails. Vert.x stays open: a future that ends on one of its event loops cannot
   * tell anybody that the event loops have ended.
   */
  Future<Void> stop() {
    readiness.drain();
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
