package dev.rolewise.content.pack;

/**
 * A JSON pointer (RFC 6901) under construction.
 *
 * @param text the pointer, empty for the whole document
 */
public record Pointer(String text) {
  /** The whole document. */
  public static final Pointer ROOT = new Pointer("");

  /** The member by that name. */
  public Pointer member(String name) {
    return new Pointer(text + "/" + name.replace("~", "~0").replace("/", "~1"));
  }

  /** The element at that index. */
  public Pointer element(int index) {
    return new Pointer(text + "/" + index);
  }

  @Override
  public String toString() {
    return text;
  }
}
