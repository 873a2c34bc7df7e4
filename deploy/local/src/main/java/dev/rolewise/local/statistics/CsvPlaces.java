package dev.rolewise.local.statistics;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Follows CSV text as it is read and knows where it is: in which line and field, and where the
 * quotes that are open were opened.
 */
final class CsvPlaces extends FilterReader {

  private static final char QUOTE = '"';

  private long line = 1;
  private long column = 1;
  private long quoteLine;
  private long quoteColumn;
  private boolean quoted;
  private int previous = -1;

  CsvPlaces(Reader text) {
    super(text);
  }

  @Override
  public int read() throws IOException {
    int c = in.read();
    if (c >= 0) {
      follow((char) c);
    }
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    for (int at = offset; at < offset + read; at++) {
      follow(buffer[at]);
    }
    return read;
  }

  /** Takes one more character into account. */
  void follow(char c) {
    // a doubled quote closes and opens again
    if (c == QUOTE) {
      quoted = !quoted;
      if (quoted && previous != QUOTE) {
        quoteLine = line;
        quoteColumn = column;
      }
    }
    boolean lineEnd = c == '\r' || c == '\n' && previous != '\r';
    if (lineEnd) {
      line++;
    }
    if (lineEnd && !quoted) {
      column = 1;
    } else if (c == ',' && !quoted) {
      column++;
    }
    previous = c;
  }

  /** Line of the next character, from 1. */
  long line() {
    return line;
  }

  /** Field of the next character, from 1. */
  long column() {
    return column;
  }

  /** Whether a quote was opened and not closed. */
  boolean insideQuotes() {
    return quoted;
  }

  /** Line of the quote that was opened last. */
  long quoteLine() {
    return quoteLine;
  }

  /** Field of the quote that was opened last. */
  long quoteColumn() {
    return quoteColumn;
  }
}
