package dev.rolewise.content.pack;

/**
 * One thing that is wrong with a pack.
 *
 * @param file path inside the pack
 * @param pointer JSON pointer inside that file, empty for the file as a whole
 * @param reason in plain words
 */
public record PackFault(String file, String pointer, String reason) {
  @Override
  public String toString() {
    return pointer.isEmpty() ? file + ": " + reason : file + " " + pointer + ": " + reason;
  }
}
