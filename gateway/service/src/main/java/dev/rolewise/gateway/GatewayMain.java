package dev.rolewise.gateway;

import dev.rolewise.gateway.edge.Limits;
import dev.rolewise.runtime.lifecycle.Deployment;
import dev.rolewise.runtime.lifecycle.LiveChanges;
import dev.rolewise.runtime.lifecycle.ServiceDefinition;
import dev.rolewise.runtime.lifecycle.ServiceMain;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The gateway as a program of its own: {@code serve}, {@code migrate}, {@code check-config}. */
public final class GatewayMain {
  private GatewayMain() {}

  /** The parts of the gateway, for this program and for the local suite. */
  public static ServiceDefinition<GatewaySettings> definition() {
    AtomicReference<Limits> limits = new AtomicReference<>();
    return new ServiceDefinition<>(
            "gateway",
            GatewaySettings::read,
            settings -> Optional.empty(),
            (settings, readiness) -> {
              limits.set(settings.limits());
              return List.of(
                  Deployment.one(
                      () -> new GatewayVerticle(settings, limits::get, readiness::isDraining)));
            })
        .changing(LiveChanges.below("limits.", settings -> limits.set(settings.limits())))
        // what it has read it still shows, and a round that is open needs no content any more
        .needingAtFirst("content-service")
        .needing("assessment-service");
  }

  /** Runs the command that the arguments name. */
  public static void main(String[] arguments) {
    ServiceMain.main(definition(), arguments);
  }
}
