package dev.rolewise.content.contract;

/** The headers of a content reply. */
public final class ContentHeader {
  /**
   * A strong HTTP entity tag, quotes included, made of the SHA-256 of the reply's bytes: the same
   * bytes carry the same tag on every instance and after every restart.
   */
  public static final String ETAG = "etag";

  /**
   * The language the reply is in, as an IETF tag such as {@code nl}. It differs from the requested
   * one when the pack does not have that language; absent on {@link
   * ContentAddress#INSTRUMENT_EXPORT}, which carries all languages.
   */
  public static final String LANGUAGE = "language";

  private ContentHeader() {}
}
