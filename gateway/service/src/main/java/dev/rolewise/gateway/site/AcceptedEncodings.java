package dev.rolewise.gateway.site;

import java.util.Locale;

/** What a browser says in Accept-Encoding. */
final class AcceptedEncodings {

  private AcceptedEncodings() {}

  /** Whether that encoding is named, or meant by an asterisk, and not refused with q=0. */
  static boolean take(String header, String encoding) {
    if (encoding.isEmpty()) {
      return true;
    }
    if (header == null) {
      return false;
    }
    boolean any = false;
    for (String part : header.toLowerCase(Locale.ROOT).split(",", 32)) {
      String[] words = part.split(";", 2);
      String name = words[0].strip();
      boolean refused = words.length == 2 && words[1].strip().matches("q=0(\\.0*)?");
      if (name.equals(encoding)) {
        return !refused;
      }
      any |= name.equals("*") && !refused;
    }
    return any;
  }
}
