package dev.rolewise.gateway.site;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code /.well-known/security.txt} (RFC 9116): whom to tell about a weakness. */
public final class SecurityText {

  /** Where reports go when the operator names no address of its own. */
  public static final URI DEFAULT_CONTACT = URI.create("mailto:security@rolewise.dev");

  private final String text;

  /**
   * @param contact a mailto, https or tel address
   * @param start the text is valid for a year from here on, the longest the standard advises
   */
  public SecurityText(URI contact, Instant start) {
    this.text =
        "Contact: "
            + contact.toASCIIString()
            + "\nExpires: "
            + start.plus(364, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS)
            + "\nPreferred-Languages: nl, en\n";
  }

  String text() {
    return text;
  }
}
