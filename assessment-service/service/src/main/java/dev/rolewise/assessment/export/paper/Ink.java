package dev.rolewise.assessment.export.paper;

/**
 * A colour, the same as on the screen.
 *
 * @param rgb red, green and blue
 */
record Ink(int rgb) {
  static final Ink TEXT = new Ink(0x1E1A33);
  static final Ink SOFT = new Ink(0x575169);
  static final Ink LINE = new Ink(0xDDD4C5);
  static final Ink STRONG_LINE = new Ink(0x837B8F);
  static final Ink PAPER = new Ink(0xFFFFFF);
  static final Ink BAD = new Ink(0xB3261E);
  private static final float MOST = 255f;

  /** The colour of a side. */
  static Ink of(String side) {
    return switch (side == null ? "" : side) {
      case "product" -> new Ink(0xBD3D17);
      case "project" -> new Ink(0x2C47BD);
      case "programme" -> new Ink(0x0B6B5F);
      default -> TEXT;
    };
  }

  /** The ground that things of a side stand on. */
  static Ink ground(String side) {
    return switch (side == null ? "" : side) {
      case "product" -> new Ink(0xFDECE4);
      case "project" -> new Ink(0xE9EDFD);
      case "programme" -> new Ink(0xE0F3EE);
      default -> new Ink(0xF2ECE1);
    };
  }

  /** The same, lighter by that share. */
  Ink lighter(float share) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int part = rgb >> shift & 0xFF;
      mixed |= Math.round(part + (MOST - part) * share) << shift;
    }
    return new Ink(mixed);
  }

  float red() {
    return (rgb >> 16 & 0xFF) / MOST;
  }

  float green() {
    return (rgb >> 8 & 0xFF) / MOST;
  }

  float blue() {
    return (rgb & 0xFF) / MOST;
  }
}
