package dev.rolewise.content.validation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hosts that a pack may link to. Readers follow a link on trust, so whoever runs a suite says
 * where links may lead; the publishers of the catalogues that roles refer to are always among them.
 *
 * @param hosts in lower case; one covers the hosts below it, too
 */
public record LinkHosts(Set<String> hosts) {
  private static final List<String> CATALOGUES =
      List.of(
          "esco.ec.europa.eu",
          "data.europa.eu",
          "onetonline.org",
          "onetcenter.org",
          "ddat-capability-framework.service.gov.uk",
          "scrumguides.org",
          "pmi.org",
          "creativecommons.org",
          "nationalarchives.gov.uk");

  /** What a host looks like. */
  public static final String HOST =
      "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+";

  /** Keeps its own copy. */
  public LinkHosts {
    hosts = Set.copyOf(hosts);
  }

  /** The publishers of catalogues. */
  public static LinkHosts usual() {
    return with(List.of());
  }

  /** These beside the publishers of catalogues. */
  public static LinkHosts with(List<String> more) {
    List<String> all = new ArrayList<>(CATALOGUES);
    more.forEach(host -> all.add(host.toLowerCase(Locale.ROOT)));
    return new LinkHosts(Set.copyOf(all.stream().distinct().toList()));
  }

  /** Whether a link may lead there; the address has been found well-formed. */
  boolean allow(String address) {
    try {
      URI uri = URI.create(address);
      String host = uri.getHost();
      if (host == null || uri.getRawUserInfo() != null || uri.getPort() != -1) {
        return false;
      }
      String lower = host.toLowerCase(Locale.ROOT);
      return hosts.stream().anyMatch(it -> lower.equals(it) || lower.endsWith("." + it));
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  @Override
  public String toString() {
    return String.join(", ", new TreeSet<>(hosts));
  }
}
