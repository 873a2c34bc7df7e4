package dev.rolewise.assessment.export;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A PDF read again.
 *
 * @param text all words in the order in which they were drawn, with one space between
 * @param title of the document
 * @param language of the document
 * @param tagged whether it says what is what
 * @param pages how many
 */
public record PrintedReport(String text, String title, String language, boolean tagged, int pages) {

  public static PrintedReport of(Buffer file) {
    try (PDDocument document = Loader.loadPDF(file.getBytes())) {
      PDFTextStripper words = new PDFTextStripper();
      return new PrintedReport(
          plain(words.getText(document)),
          document.getDocumentInformation().getTitle(),
          document.getDocumentCatalog().getLanguage(),
          document.getDocumentCatalog().getStructureTreeRoot() != null
              && document.getDocumentCatalog().getMarkInfo().isMarked(),
          document.getNumberOfPages());
    } catch (IOException broken) {
      throw new UncheckedIOException("no PDF", broken);
    }
  }

  /** Lines may break anywhere. */
  public boolean says(String sentence) {
    return text.contains(plain(sentence));
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
