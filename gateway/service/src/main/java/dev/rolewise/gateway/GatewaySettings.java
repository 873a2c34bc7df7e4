package dev.rolewise.gateway;

import dev.rolewise.gateway.edge.ClientAddresses;
import dev.rolewise.gateway.edge.Limits;
import dev.rolewise.gateway.session.AccessSettings;
import dev.rolewise.runtime.config.SettingsReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What can be set.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param portSetting what a person changes to get another port, for the message when it is taken
 * @param publicUrl where browsers find the front end; without it the address that is listened on
 * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed; none by default
 * @param requestDeadline the longest a whole request may take, streams aside
 * @param limits how much of everything there may be
 * @param heartbeat between two signs of life on a quiet stream
 * @param access how people get in
 */
public record GatewaySettings(
    String host,
    int port,
    String portSetting,
    Optional<URI> publicUrl,
    List<String> trustedProxies,
    Duration requestDeadline,
    Limits limits,
    Duration heartbeat,
    AccessSettings access) {

  /** Keeps its own copy of the list. */
  public GatewaySettings {
    trustedProxies = List.copyOf(trustedProxies);
  }

  private static List<String> trustedProxies(SettingsReader reader) {
    List<String> proxies = reader.list("http.trusted-proxies", List.of());
    try {
      ClientAddresses.trusting(proxies);
    } catch (IllegalArgumentException notAnAddress) {
      reader.fault(
          "http.trusted-proxies",
          "must list addresses such as 10.0.0.7 or networks such as 10.0.0.0/8");
      return List.of();
    }
    return proxies;
  }

  /**
   * Reads {@code http.*}, {@code public-url}, {@code limits.*}, {@code live.*}, {@code access.*}.
   */
  public static GatewaySettings read(SettingsReader reader) {
    String host = reader.text("http.host", "0.0.0.0");
    Optional<URI> publicUrl = reader.webAddress("public-url");
    return new GatewaySettings(
        host,
        reader.whole("http.port", 8080, 0, 65_535),
        reader.text("http.port-setting", "http.port"),
        publicUrl,
        trustedProxies(reader),
        reader.duration(
            "http.request-deadline",
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5)),
        Limits.read(reader),
        reader.duration(
            "live.heartbeat", Duration.ofSeconds(15), Duration.ofMillis(50), Duration.ofMinutes(1)),
        AccessSettings.read(reader, publicUrl, host));
  }
}
