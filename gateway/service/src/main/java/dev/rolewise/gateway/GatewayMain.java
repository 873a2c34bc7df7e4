package dev.rolewise.gateway;

import dev.rolewise.runtime.lifecycle.Deployment;
import dev.rolewise.runtime.lifecycle.ServiceDefinition;
import dev.rolewise.runtime.lifecycle.ServiceMain;
import java.util.List;
import java.util.Optional;

/** The gateway as a program of its own: {@code serve}, {@code migrate}, {@code check-config}. */
public final class GatewayMain {
  private GatewayMain() {}

  /** The parts of the gateway, for this program and for the local suite. */
  public static ServiceDefinition<GatewaySettings> definition() {
    return new ServiceDefinition<>(
        "gateway",
        GatewaySettings::read,
        settings -> Optional.empty(),
        (settings, readiness) -> List.of(Deployment.one(() -> new GatewayVerticle(settings))));
  }

  /** Runs the command that the arguments name. */
  public static void main(String[] arguments) {
    ServiceMain.main(definition(), arguments);
  }
}
