package dev.rolewise.gateway.markup;

/**
 * Words, whatever they look like.
 *
 * @param words as a reader is to see them
 */
public record Text(String words) implements Node {

  /** Words to be read. */
  public static Text of(String words) {
    return new Text(words);
  }

  @Override
  public void writeTo(StringBuilder page) {
    Characters.write(words, page);
  }
}
