package dev.rolewise.gateway.edge;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Whether there is room for a request behind the gateway. One that would be refused in any case is
 * better refused before anything is done for it: with four times the load there are three of them
 * for each that fits, and what they cost is taken from that one.
 */
public final class Admission {

  private final String prefix;
  private final Set<String> places;
  private final BooleanSupplier room;

  private Admission(String prefix, Set<String> places, BooleanSupplier room) {
    this.prefix = prefix;
    this.places = places;
    this.room = room;
  }

  /**
   * Lets everything in but what belongs to a service that has no room at the moment.
   *
   * @param prefix of all paths
   * @param paths of the service's operations, behind the prefix; they are known by their first
   *     words, which no other service's have
   * @param room whether the service has room
   */
  public static Admission to(String prefix, List<String> paths, BooleanSupplier room) {
    return new Admission(
        prefix + "/",
        paths.stream().map(path -> firstWord(path, 1)).collect(Collectors.toUnmodifiableSet()),
        room);
  }

  /** Whether a request for this target has to be refused. */
  boolean refuses(String target) {
    return !room.getAsBoolean()
        && target.startsWith(prefix)
        && places.contains(firstWord(target, prefix.length()));
  }

  private static String firstWord(String path, int from) {
    int end = from;
    while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '?') {
      end++;
    }
    return path.substring(from, end);
  }
}
