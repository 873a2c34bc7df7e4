package dev.rolewise.assessment.export.paper;

import dev.rolewise.assessment.export.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A font that travels in the document, and what becomes of a text in it: any text can be written;
 * where the font has no sign for a character, an empty box stands for it.
 */
final class Typeface implements AutoCloseable {
  private static final float THOUSANDTH = 1000f;
  private static final int BOX = 0x25A1;

  /** Which of several pictures is meant: there is only one here. */
  private static final int FIRST_VARIATION = 0xFE00;

  private static final int LAST_VARIATION = 0xFE0F;

  private final TrueTypeFont file;
  private final CmapLookup signs;
  private final PDType0Font font;
  private final Map<Integer, Float> widths = new HashMap<>();

  private Typeface(TrueTypeFont file, PDDocument document) throws IOException {
    this.file = file;
    this.signs = file.getUnicodeCmapLookup();
    this.font = PDType0Font.load(document, file, true);
  }

  static Typeface load(PDDocument document, String name) throws IOException {
    try (InputStream in = Typeface.class.getResourceAsStream(name)) {
      RandomAccessReadBuffer bytes = new RandomAccessReadBuffer(in.readAllBytes());
      TrueTypeFont file = new TTFParser().parse(bytes);
      // joining signs is done here; the library would look for joined ones in every line
      file.setEnableGsub(false);
      return new Typeface(file, document);
    }
  }

  PDType0Font font() {
    return font;
  }

  /** A text in signs of this font, still in the order in which it is read. */
  String signs(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    ArabicForms.of(PlainText.of(text)).codePoints().forEach(it -> add(shown, it));
    return shown.toString();
  }

  private void add(StringBuilder shown, int character) {
    int type = Character.getType(character);
    if (character >= FIRST_VARIATION && character <= LAST_VARIATION) {
      return;
    }
    if (character == VisualOrder.LEFT_TO_RIGHT.charAt(0)) {
      shown.appendCodePoint(character);
    } else if (character == '\t') {
      shown.append(' ');
    } else if (character == '\n' || signs.getGlyphId(character) > 0 && type != Character.FORMAT) {
      shown.appendCodePoint(character);
    } else if (type != Character.FORMAT
        && type != Character.NON_SPACING_MARK
        && type != Character.MODIFIER_SYMBOL) {
      shown.appendCodePoint(Character.isWhitespace(character) ? ' ' : BOX);
    }
  }

  float width(String shown, float size) {
    float width = 0;
    for (int i = 0; i < shown.length(); i += Character.charCount(shown.codePointAt(i))) {
      width += widths.computeIfAbsent(shown.codePointAt(i), this::measured);
    }
    return width * size / THOUSANDTH;
  }

  private float measured(int character) {
    if (character == VisualOrder.LEFT_TO_RIGHT.charAt(0)) {
      return 0;
    }
    try {
      return font.getStringWidth(Character.toString(character));
    } catch (IOException broken) {
      throw new PaperFault(broken);
    }
  }

  /** Lines no wider than that; words that are wider themselves are cut. */
  List<String> lines(String shown, float size, float widest) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : shown.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      float filled = 0;
      for (String word : paragraph.split(" ")) {
        float needed = width(word, size) + (line.isEmpty() ? 0 : width(" ", size));
        if (filled + needed <= widest) {
          line.append(line.isEmpty() ? "" : " ").append(word);
          filled += needed;
          continue;
        }
        if (!line.isEmpty()) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(cut(word, size, widest, lines));
        filled = width(line.toString(), size);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** Fills lines with a word, and gives back what is left of it. */
  private String cut(String word, float size, float widest, List<String> lines) {
    int from = 0;
    float filled = 0;
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      float sign = width(Character.toString(word.codePointAt(i)), size);
      if (filled + sign > widest && i > from) {
        lines.add(word.substring(from, i));
        from = i;
        filled = 0;
      }
      filled += sign;
    }
    return word.substring(from);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
