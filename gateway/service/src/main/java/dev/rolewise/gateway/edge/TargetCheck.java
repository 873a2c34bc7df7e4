package dev.rolewise.gateway.edge;

import java.util.Locale;
import java.util.Set;

/**
 * Takes request targets in origin form only, without what two readers could resolve differently.
 */
final class TargetCheck {

  /** Encoded NUL, percent sign, dot, slash and backslash: decoded twice, they change the path. */
  private static final Set<String> TRAPS = Set.of("00", "25", "2e", "2f", "5c");

  private TargetCheck() {}

  static boolean isClear(String uri) {
    if (uri == null || !uri.startsWith("/")) {
      return false;
    }
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    return path.indexOf('\\') < 0
        && uri.indexOf('#') < 0
        && !path.contains("//")
        && !path.contains("/./")
        && !path.contains("/../")
        && !path.endsWith("/.")
        && !path.endsWith("/..")
        && escapesAreClear(uri, path.length());
  }

  private static boolean escapesAreClear(String uri, int pathLength) {
    for (int at = uri.indexOf('%'); at >= 0; at = uri.indexOf('%', at + 1)) {
      if (at + 2 >= uri.length() || !isHex(uri.charAt(at + 1)) || !isHex(uri.charAt(at + 2))) {
        return false;
      }
      String octet = uri.substring(at + 1, at + 3).toLowerCase(Locale.ROOT);
      if (at < pathLength && TRAPS.contains(octet)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(char c) {
    return Character.digit(c, 16) >= 0 && c < 128;
  }
}
