package dev.rolewise.assessment.export.paper;

import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** Pages of A4 that fill from the top; what does not fit goes on over the page. */
final class Sheets {
  static final float WIDTH = PDRectangle.A4.getWidth() - 2 * 48;
  private static final float MARGIN = 48;
  private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
  private static final float BOTTOM = 60;
  private static final float LEADING = 1.4f;
  private static final float FOOTER = 8;

  private final PDDocument document;
  private final Typeface regular;
  private final Typeface bold;
  private final Outline outline;
  private PDPageContentStream stream;
  private float y;

  Sheets(PDDocument document, Typeface regular, Typeface bold) {
    this.document = document;
    this.regular = regular;
    this.bold = bold;
    this.outline = new Outline(document);
    next();
  }

  Typeface regular() {
    return regular;
  }

  Typeface bold() {
    return bold;
  }

  private void next() {
    try {
      if (stream != null) {
        stream.close();
      }
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      outline.page(page);
      stream = new PDPageContentStream(document, page);
      y = TOP;
    } catch (IOException broken) {
      throw new PaperFault(broken);
    }
  }

  /** Begins a page unless so much is free on this one. */
  void keep(float height) {
    if (y - height < BOTTOM) {
      next();
    }
  }

  void space(float height) {
    y -= height;
  }

  void heading(int level, String text) {
    float size = level == 1 ? 20 : level == 2 ? 13 : 10.5f;
    if (y < TOP) {
      space(level == 2 ? 16 : 6);
    }
    keep(size * 4 + 30);
    paragraph("H" + level, text, bold, size, Ink.TEXT, 0);
    space(level == 3 ? 0 : 4);
  }

  void paragraph(String text) {
    paragraph(StandardStructureTypes.P, text, regular, 9.5f, Ink.TEXT, 0);
  }

  void soft(String text) {
    paragraph(StandardStructureTypes.P, text, regular, 8.5f, Ink.SOFT, 0);
  }

  void strong(String text) {
    paragraph(StandardStructureTypes.P, text, bold, 9.5f, Ink.TEXT, 0);
  }

  /** A list, each point with a mark before it. */
  void points(List<String> points) {
    if (points.isEmpty()) {
      return;
    }
    outline.enter("L");
    for (String point : points) {
      outline.enter("LI");
      keep(14);
      float mark = y;
      artifact(() -> new Canvas(stream, MARGIN, mark).circle(3, 8.2f, 1.6f, true, 0, Ink.TEXT));
      paragraph("LBody", point, regular, 9.5f, Ink.TEXT, 12);
      outline.leave();
      space(2);
    }
    outline.leave();
  }

  void paragraph(String kind, String text, Typeface face, float size, Ink ink, float indent) {
    String signs = face.signs(text);
    boolean turned = VisualOrder.rightToLeft(signs);
    PDStructureElement element = outline.enter(kind);
    if (!VisualOrder.of(signs, turned).equals(text)) {
      element.setActualText(text);
    }
    for (String line : face.lines(signs, size, WIDTH - indent)) {
      keep(size * LEADING);
      y -= size * LEADING;
      String shown = VisualOrder.of(line, turned);
      float x = turned ? WIDTH - face.width(line, size) : indent;
      marked(kind, () -> write(x, shown, face, size, ink));
    }
    outline.leave();
    space(3);
  }

  private void write(float x, String shown, Typeface face, float size, Ink ink) {
    try {
      stream.beginText();
      stream.setFont(face.font(), size);
      stream.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
      stream.newLineAtOffset(MARGIN + x, y + size * 0.25f);
      stream.showText(shown);
      stream.endText();
    } catch (IOException broken) {
      throw new PaperFault(broken);
    }
  }

  /**
   * A drawing that stays on one page.
   *
   * @param words what it says, for whoever does not see it
   */
  void figure(float height, String words, Consumer<Canvas> drawing) {
    keep(height);
    PDStructureElement element = outline.enter("Figure");
    element.setAlternateDescription(words);
    float top = y;
    marked("Figure", () -> drawing.accept(new Canvas(stream, MARGIN, top)));
    outline.leave();
    y -= height;
  }

  /** A table of short cells; its head comes again on every page. */
  void table(List<String> head, List<List<String>> rows, BiFunction<Integer, Integer, Float> at) {
    outline.enter("Table");
    row("TH", head, at);
    for (List<String> cells : rows) {
      if (y - 14 < BOTTOM) {
        next();
        artifact(() -> cells(head, at, bold));
        y -= 13;
      }
      row("TD", cells, at);
    }
    outline.leave();
    space(4);
  }

  private void row(String kind, List<String> cells, BiFunction<Integer, Integer, Float> at) {
    outline.enter("TR");
    for (int i = 0; i < cells.size(); i++) {
      int column = i;
      outline.enter(kind);
      marked(kind, () -> cell(cells, column, at, kind.equals("TH") ? bold : regular));
      outline.leave();
    }
    outline.leave();
    y -= 13;
    float foot = y;
    artifact(
        () -> new Canvas(stream, MARGIN, foot).line(0, -1.5f, WIDTH, -1.5f, 0.5f, 0, Ink.LINE));
  }

  private void cells(List<String> cells, BiFunction<Integer, Integer, Float> at, Typeface face) {
    for (int i = 0; i < cells.size(); i++) {
      cell(cells, i, at, face);
    }
  }

  private void cell(
      List<String> cells, int column, BiFunction<Integer, Integer, Float> at, Typeface face) {
    float size = 7.5f;
    float left = at.apply(column, cells.size());
    float right = column + 1 < cells.size() ? at.apply(column + 1, cells.size()) : WIDTH;
    String signs = face.signs(cells.get(column).replace('\n', ' '));
    String fitting = face.lines(signs, size, right - left - 3).get(0);
    new Canvas(stream, MARGIN, y).text(left, 9, fitting, face, size, Ink.TEXT);
  }

  private void marked(String kind, Runnable drawing) {
    try {
      stream.beginMarkedContent(COSName.getPDFName(kind), outline.mark());
      drawing.run();
      stream.endMarkedContent();
    } catch (IOException broken) {
      throw new PaperFault(broken);
    }
  }

  /** Something that says nothing of its own. */
  private void artifact(Runnable drawing) {
    try {
      stream.beginMarkedContent(COSName.ARTIFACT);
      drawing.run();
      stream.endMarkedContent();
    } catch (IOException broken) {
      throw new PaperFault(broken);
    }
  }

  /**
   * Ends the last page and puts a line at the foot of each.
   *
   * @param source whose it is, at the left
   * @param number of this page and of how many, at the right
   */
  void finish(String source, BiFunction<Integer, Integer, String> number) {
    try {
      stream.close();
      int pages = document.getNumberOfPages();
      String left = regular.lines(regular.signs(source), FOOTER, WIDTH - 90).get(0);
      for (int i = 0; i < pages; i++) {
        stream =
            new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true);
        String right = regular.signs(number.apply(i + 1, pages));
        Canvas foot = new Canvas(stream, MARGIN, 40);
        artifact(
            () -> {
              foot.text(0, 0, left, regular, FOOTER, Ink.SOFT);
              foot.text(WIDTH - regular.width(right, FOOTER), 0, right, regular, FOOTER, Ink.SOFT);
            });
        stream.close();
      }
      outline.finish();
    } catch (IOException broken) {
      throw new PaperFault(broken);
    }
  }
}
