package dev.rolewise.images;

/** Why no image can be made, in a sentence that says what to do next. */
final class ImageFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ImageFault(String sentence) {
    super(sentence);
  }

  ImageFault(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
