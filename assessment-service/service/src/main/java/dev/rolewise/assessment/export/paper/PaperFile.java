package dev.rolewise.assessment.export.paper;

import dev.rolewise.assessment.export.FileWords;
import dev.rolewise.assessment.export.PlainText;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A report as PDF: tagged, with its language and title, its fonts within it, charts as lines and
 * areas. The same report is the same bytes.
 */
public final class PaperFile {
  static {
    // no screen is asked for shapes and colours, not even where there is one
    System.setProperty("java.awt.headless", "true");
  }

  private final JsonObject report;
  private final FileWords words;

  private PaperFile(JsonObject report) {
    this.report = report;
    this.words = FileWords.in(report.getString("locale"));
  }

  /**
   * Makes the file.
   *
   * @param report as its reader reads it
   * @return its bytes
   */
  public static byte[] of(JsonObject report) {
    try {
      return new PaperFile(report).write();
    } catch (IOException broken) {
      throw new PaperFault(broken);
    }
  }

  private byte[] write() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument();
        Typeface regular = Typeface.load(document, "DejaVuSans.ttf");
        Typeface bold = Typeface.load(document, "DejaVuSans-Bold.ttf")) {
      describe(document);
      Sheets sheets = new Sheets(document, regular, bold);
      new PaperText(report, words, sheets).write(day());
      sheets.finish(
          words.say("made") + " · " + team() + VisualOrder.LEFT_TO_RIGHT + " · " + day(),
          (page, all) -> words.say("page", "n", page, "all", all));
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private String team() {
    return report.getJsonObject("round").getJsonObject("team").getString("name");
  }

  private void describe(PDDocument document) {
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(
        PlainText.of(report.getJsonObject("verdict").getString("title") + " · " + team()));
    about.setCreator("Rolewise");
    LocalDate closed = LocalDate.parse(report.getJsonObject("round").getString("closedOn"));
    GregorianCalendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    day.clear();
    day.set(closed.getYear(), closed.getMonthValue() - 1, closed.getDayOfMonth());
    about.setCreationDate(day);
    // what the library makes the document's id of, instead of the time
    document.setDocumentId((long) report.encode().hashCode());
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage(report.getString("locale"));
    PDViewerPreferences preferences = new PDViewerPreferences(catalog.getCOSObject());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
  }

  /** In words of our own: the runtime of the images knows no language. */
  private String day() {
    LocalDate closed = LocalDate.parse(report.getJsonObject("round").getString("closedOn"));
    return words.say(
        "day",
        "day",
        closed.getDayOfMonth(),
        "month",
        words.say("month." + closed.getMonthValue()),
        "year",
        closed.getYear());
  }
}
