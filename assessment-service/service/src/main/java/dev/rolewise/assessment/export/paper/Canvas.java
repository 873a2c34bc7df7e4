package dev.rolewise.assessment.export.paper;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws in one place of a page; x goes to the right of its left edge, y down from its top. */
final class Canvas {
  /** How far the ends of a curve's tangents lie from its own, for a quarter of a circle. */
  private static final float QUARTER = 0.5523f;

  private final PDPageContentStream stream;
  private final float left;
  private final float top;

  Canvas(PDPageContentStream stream, float left, float top) {
    this.stream = stream;
    this.left = left;
    this.top = top;
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void draw(Step step) {
    try {
      step.run();
    } catch (IOException broken) {
      throw new PaperFault(broken);
    }
  }

  void box(float x, float y, float width, float height, Ink ink) {
    draw(
        () -> {
          fill(ink);
          stream.addRect(left + x, top - y - height, width, height);
          stream.fill();
        });
  }

  /** A line; with dashes of that length unless it is 0. */
  void line(float x1, float y1, float x2, float y2, float width, float dashes, Ink ink) {
    draw(
        () -> {
          pen(width, dashes, ink);
          stream.moveTo(left + x1, top - y1);
          stream.lineTo(left + x2, top - y2);
          stream.stroke();
        });
  }

  /** A circle around a point, filled or as a line, which has dashes unless they are 0. */
  void circle(float x, float y, float radius, boolean filled, float dashes, Ink ink) {
    draw(
        () -> {
          float cx = left + x;
          float cy = top - y;
          float t = radius * QUARTER;
          stream.moveTo(cx + radius, cy);
          stream.curveTo(cx + radius, cy + t, cx + t, cy + radius, cx, cy + radius);
          stream.curveTo(cx - t, cy + radius, cx - radius, cy + t, cx - radius, cy);
          stream.curveTo(cx - radius, cy - t, cx - t, cy - radius, cx, cy - radius);
          stream.curveTo(cx + t, cy - radius, cx + radius, cy - t, cx + radius, cy);
          stream.closePath();
          finish(filled, dashes, ink);
        });
  }

  /** A shape of straight sides: x and y of each corner. */
  void shape(boolean filled, float dashes, Ink ink, float... corners) {
    draw(
        () -> {
          stream.moveTo(left + corners[0], top - corners[1]);
          for (int i = 2; i < corners.length; i += 2) {
            stream.lineTo(left + corners[i], top - corners[i + 1]);
          }
          stream.closePath();
          finish(filled, dashes, ink);
        });
  }

  private void finish(boolean filled, float dashes, Ink ink) throws IOException {
    if (filled) {
      fill(ink);
      stream.fill();
    } else {
      pen(1.1f, dashes, ink);
      stream.stroke();
    }
  }

  /** One line of text, whose foot stands on y. */
  void text(float x, float y, String signs, Typeface face, float size, Ink ink) {
    draw(
        () -> {
          stream.beginText();
          stream.setFont(face.font(), size);
          fill(ink);
          stream.newLineAtOffset(left + x, top - y);
          stream.showText(VisualOrder.of(signs, false));
          stream.endText();
        });
  }

  private void fill(Ink ink) throws IOException {
    stream.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
  }

  private void pen(float width, float dashes, Ink ink) throws IOException {
    stream.setStrokingColor(ink.red(), ink.green(), ink.blue());
    stream.setLineWidth(width);
    stream.setLineDashPattern(dashes > 0 ? new float[] {dashes} : new float[0], 0);
  }
}
