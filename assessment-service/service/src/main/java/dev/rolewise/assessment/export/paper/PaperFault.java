package dev.rolewise.assessment.export.paper;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The library could not write, into memory, what it was given: a fault of ours. */
final class PaperFault extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  PaperFault(IOException cause) {
    super("no page could be made", cause);
  }
}
