package dev.rolewise.gateway.session;

import java.util.Locale;

/** How people get in. */
public enum AccessMode {
  /** By links alone; nobody signs in. */
  LINKS,
  /** Organisers sign in, and members sign in to draw a ticket. */
  OIDC,
  /** As each organiser likes. */
  BOTH;

  /** Whether anybody can sign in. */
  public boolean signsIn() {
    return this != LINKS;
  }

  /** The word of the settings and the contract. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
