package dev.rolewise.gateway.session;

import dev.rolewise.runtime.config.Secret;
import dev.rolewise.runtime.config.SettingsReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How people get in, {@code access.*}.
 *
 * @param mode by links, by signing in, or both
 * @param issuer where people sign in; empty in mode links
 * @param idle a session ends after so long without use
 * @param absolute and after so long in any case
 */
public record AccessSettings(
    AccessMode mode, Optional<IssuerSettings> issuer, Duration idle, Duration absolute) {
  private static final Duration USUAL_IDLE = Duration.ofMinutes(30);
  private static final Duration USUAL_ABSOLUTE = Duration.ofHours(12);

  /** Nobody signs in. */
  public static AccessSettings links() {
    return new AccessSettings(AccessMode.LINKS, Optional.empty(), USUAL_IDLE, USUAL_ABSOLUTE);
  }

  /**
   * Reads the settings and notes what does not go together.
   *
   * @param publicUrl where browsers find us
   * @param host address that is listened on
   */
  public static AccessSettings read(SettingsReader reader, Optional<URI> publicUrl, String host) {
    AccessMode mode = reader.choice("access.mode", AccessMode.LINKS, AccessMode.class);
    Optional<URI> address = reader.webAddress("access.oidc.issuer");
    Optional<String> clientId = reader.optionalText("access.oidc.client-id");
    Optional<Secret> clientSecret = reader.optionalSecret("access.oidc.client-secret");
    List<String> scopes = reader.list("access.oidc.scopes", List.of("openid"));
    Duration idle =
        reader.duration(
            "access.oidc.idle", USUAL_IDLE, Duration.ofMinutes(10), Duration.ofHours(12));
    Duration absolute =
        reader.duration(
            "access.oidc.absolute", USUAL_ABSOLUTE, Duration.ofMinutes(10), Duration.ofDays(7));
    if (mode.signsIn()) {
      need(reader, address, "access.oidc.issuer", mode);
      need(reader, clientId, "access.oidc.client-id", mode);
      need(reader, clientSecret, "access.oidc.client-secret", mode);
      if (address.filter(it -> !isSafe(it)).isPresent()) {
        reader.fault("access.oidc.issuer", "must begin with https, except on this machine itself");
      }
      if (!scopes.contains("openid")) {
        reader.fault("access.oidc.scopes", "must contain openid");
      }
      if (publicUrl.isPresent() ? !isSafe(publicUrl.get()) : !isLoopback(host)) {
        reader.fault(
            "public-url",
            "must begin with https (or lead to this machine itself) when access.mode is "
                + mode.word()
                + ": browsers keep the cookie of a session nowhere else");
      }
    }
    Optional<IssuerSettings> issuer =
        mode.signsIn() && address.isPresent() && clientId.isPresent() && clientSecret.isPresent()
            ? Optional.of(
                new IssuerSettings(address.get(), clientId.get(), clientSecret.get(), scopes))
            : Optional.empty();
    return new AccessSettings(mode, issuer, idle, absolute);
  }

  /** Whether what goes there cannot be read on the way: https, or never leaving this machine. */
  static boolean isSafe(URI address) {
    return "https".equals(address.getScheme())
        || "http".equals(address.getScheme()) && isLoopback(address.getHost());
  }

  private static boolean isLoopback(String host) {
    return host != null
        && (host.equals("localhost")
            || host.equals("[::1]")
            || host.equals("::1")
            || host.matches("127(\\.\\d{1,3}){3}"));
  }

  private static void need(SettingsReader reader, Optional<?> value, String key, AccessMode mode) {
    if (value.isEmpty()) {
      reader.fault(key, "must be set when access.mode is " + mode.word());
    }
  }
}
