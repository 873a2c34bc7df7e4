package dev.rolewise.runtime.json;

/** Text that is not the JSON we accept; says why and where, never quotes it. */
public final class MalformedJson extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a text was refused. */
  public enum Reason {
    /** Empty or white space only. */
    EMPTY,
    /** Not JSON at all, NaN and Infinity included. */
    SYNTAX,
    /** Bytes that are not UTF-8, or a byte order mark. */
    ENCODING,
    /** The same key twice in one object. */
    DUPLICATE_KEY,
    /** Deeper than the limit. */
    TOO_DEEP,
    /** A number with more characters than the limit, or beyond what a double holds. */
    NUMBER_TOO_LONG,
    /** A string or key with more UTF-8 bytes than the limit. */
    STRING_TOO_LONG,
    /** Half of a UTF-16 surrogate pair. */
    LONE_SURROGATE,
    /** Something follows the value. */
    TRAILING_BYTES,
    /** An array or a plain value where an object is needed. */
    NOT_AN_OBJECT
  }

  private final Reason reason;
  private final String pointer;
  private final long offset;
  private final int line;
  private final int column;

  MalformedJson(Reason reason, String pointer, long offset, int line, int column) {
    super(reason + " at " + line + ":" + column, null, false, false);
    this.reason = reason;
    this.pointer = pointer;
    this.offset = offset;
    this.line = line;
    this.column = column;
  }

  public Reason reason() {
    return reason;
  }

  /** JSON pointer (RFC 6901) to the value being read; empty for the whole text. */
  public String pointer() {
    return pointer;
  }

  /** Byte offset near the fault, from 0; -1 when unknown. */
  public long offset() {
    return offset;
  }

  /** Line of the fault, from 1. */
  public int line() {
    return line;
  }

  /** Column of the fault, from 1. */
  public int column() {
    return column;
  }
}
