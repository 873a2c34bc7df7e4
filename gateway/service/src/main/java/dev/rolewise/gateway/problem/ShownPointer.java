package dev.rolewise.gateway.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What an answer says of the place of a fault. A pointer repeats names that the client made up: a
 * token that slipped into one would be read aloud by whoever prints the answer. So a name longer
 * than any of ours is not repeated; tokens, tickets and codes are all longer.
 */
final class ShownPointer {
  /** A ticket code has 26 characters and is the shortest secret there is. */
  static final int LONGEST_NAME = 25;

  private static final String LONG_NAME = "(long-name)";

  private ShownPointer() {}

  /**
   * Shortens the names of a pointer.
   *
   * @param pointer JSON pointer (RFC 6901)
   * @return the same with each name over {@value #LONGEST_NAME} characters replaced
   */
  static String of(String pointer) {
    return Arrays.stream(pointer.split("/", -1))
        .map(name -> name.length() > LONGEST_NAME ? LONG_NAME : name)
        .collect(Collectors.joining("/"));
  }
}
