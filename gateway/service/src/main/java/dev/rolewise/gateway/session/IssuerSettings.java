package dev.rolewise.gateway.session;

import dev.rolewise.runtime.config.Secret;
import java.net.URI;
import java.util.List;

/**
 * The organisation's issuer, and what we are to it.
 *
 * @param address the issuer's own address, without a slash at the end
 * @param clientId as registered there
 * @param clientSecret likewise
 * @param scopes what is asked for: nothing but "openid" is needed
 */
public record IssuerSettings(
    URI address, String clientId, Secret clientSecret, List<String> scopes) {
  /** Keeps its own copy of the list. */
  public IssuerSettings {
    scopes = List.copyOf(scopes);
  }
}
