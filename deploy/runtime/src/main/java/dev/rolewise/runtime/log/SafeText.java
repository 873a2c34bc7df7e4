package dev.rolewise.runtime.log;

import java.util.regex.Pattern;

/** What may go into a log: no tokens or tickets, nothing endless, no control characters. */
final class SafeText {

  private static final int LONGEST = 16 * 1024;

  /** 32 bytes in base64url, or a ticket's 26 characters with or without its hyphens. */
  private static final Pattern RIGHTS =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])(?:[A-Za-z0-9_-]{43}|[0-9A-HJKMNP-TV-Z]{26}|[0-9A-HJKMNP-TV-Z]{2,8}(?:-[0-9A-HJKMNP-TV-Z]{2,8}){3,12})(?![A-Za-z0-9_-])");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

  private SafeText() {}

  /** The text without rights, cut off when it is very long. */
  static String of(String text) {
    if (text == null) {
      return "";
    }
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return RIGHTS.matcher(cut).replaceAll("[masked]");
  }

  /** The same on one line. */
  static String oneLine(String text) {
    return CONTROL
        .matcher(of(text))
        .replaceAll(hit -> String.format("\\\\u%04x", (int) hit.group().charAt(0)));
  }
}
