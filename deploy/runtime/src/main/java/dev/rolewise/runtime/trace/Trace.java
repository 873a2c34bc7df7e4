package dev.rolewise.runtime.trace;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace that a request belongs to.
 *
 * @param id 32 hexadecimal digits, not all zero
 * @param sampled whether whoever began it records it; passed on, of no meaning to us
 * @param passedOn whether other services hear of it; false for what must not be joined to anything
 *     that they know
 */
public record Trace(String id, boolean sampled, boolean passedOn) {

  /** Name of the header, on HTTP and on the bus. */
  public static final String HEADER = "traceparent";

  /** Versions after 00 may say more behind another hyphen. */
  private static final Pattern TRACE_PARENT =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  private static final String NO_TRACE = "0".repeat(32);
  private static final String NO_PARENT = "0".repeat(16);
  private static final String FORBIDDEN_VERSION = "ff";
  private static final int LONGEST = 256;

  /** A new trace, passed on. */
  public static Trace begin() {
    return new Trace(newId(), false, true);
  }

  /** A new trace that ends here: no other service hears of it. */
  public static Trace apart() {
    return new Trace(newId(), false, false);
  }

  /**
   * The trace that a caller names.
   *
   * @param headers every {@code traceparent} of the request
   * @return empty unless there is exactly one, and that is valid
   */
  public static Optional<Trace> named(List<String> headers) {
    if (headers.size() != 1 || headers.get(0).length() > LONGEST) {
      return Optional.empty();
    }
    Matcher given = TRACE_PARENT.matcher(headers.get(0));
    if (!given.matches()
        || given.group(1).equals(FORBIDDEN_VERSION)
        || given.group(1).equals("00") && given.group(5) != null
        || given.group(2).equals(NO_TRACE)
        || given.group(3).equals(NO_PARENT)) {
      return Optional.empty();
    }
    boolean sampled = (Integer.parseInt(given.group(4), 16) & 1) == 1;
    return Optional.of(new Trace(given.group(2), sampled, true));
  }

  /** What to tell a service that does a part of the work; each part has an id of its own. */
  public String header() {
    return "00-" + id + "-" + newPart() + (sampled ? "-01" : "-00");
  }

  private static String newId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(notZero(random));
  }

  private static String newPart() {
    return HexFormat.of().toHexDigits(notZero(ThreadLocalRandom.current()));
  }

  private static long notZero(ThreadLocalRandom random) {
    long number = random.nextLong();
    return number == 0 ? 1 : number;
  }
}
