package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;

/** A report is taken along in every form there is, and each says what the page says. */
@ExtendWith({SharedBrowser.class, SharedSuite.class})
class BrowserExportsIT {
  private static final String TEAM = "=Sum(1) \u0645\u0631\u062d\u0628\u0627 😀";
  private static final Path FOLDER = Path.of("target", "exports");

  private final SharedBrowser.Program browser;
  private final RunningSuite suite;

  BrowserExportsIT(SharedBrowser.Program browser, RunningSuite suite) {
    this.browser = browser;
    this.suite = suite;
  }

  private record Words(
      String language,
      Screen screen,
      String pdf,
      String csv,
      String xlsx,
      String json,
      String svg,
      String png,
      String areas,
      String source) {}

  private static final Words DUTCH =
      new Words(
          "nl",
          Screen.PHONE,
          "Pdf",
          "Tabel (CSV)",
          "Werkmap (XLSX)",
          "Cijfers erachter (JSON)",
          "Bewaar als SVG",
          "Bewaar als PNG",
          "Verantwoordelijkheden",
          "Gemaakt met Rolwijzer");
  private static final Words ENGLISH =
      new Words(
          "en",
          Screen.DESKTOP,
          "PDF",
          "Table (CSV)",
          "Workbook (XLSX)",
          "Numbers behind it (JSON)",
          "Save as SVG",
          "Save as PNG",
          "Responsibilities",
          "Made with Rolewise");

  @Test
  void aReportIsTakenAlongInDutch() throws Exception {
    takeAlong(DUTCH);
  }

  @Test
  void aReportIsTakenAlongInEnglish() throws Exception {
    takeAlong(ENGLISH);
  }

  private void takeAlong(Words words) throws Exception {
    Files.createDirectories(FOLDER);
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round =
          Organiser.open(suite.api(), TEAM, words.language(), new JsonObject().put("size", 6));
      round.answers(Collections.nCopies(5, round.questionnaire().sheet(Organiser.PRODUCT_GAP)));
      round.close();
      Page page = session.device(words.language(), words.screen());
      page.navigate(suite.url() + "/#/r/" + round.share(false) + "/" + round.round());
      JsonObject report = round.report(words.language());
      BrowserSession.assertWholeReport(page, report.getJsonObject("verdict").getString("title"));
      Axe.assertAccessible(page, "Report with its files, " + words.language());

      String name = "rolewise-report-sum-1-" + closedOn(report) + "-" + words.language();
      String csv = Files.readString(saved(page, words.csv(), name + ".csv"));
      sameFigures(report, SavedTable.report(csv));
      workbook(Files.readAllBytes(saved(page, words.xlsx(), name + ".xlsx")), report, words);
      paper(saved(page, words.pdf(), name + ".pdf"), report);
      String bundle = Files.readString(saved(page, words.json(), "rolewise-report.bundle.json"));
      assertEquals(
          "rolewise-report-bundle", new JsonObject(bundle).getString("format"), words.json());
      assertThat(page.locator(".exports [role=status]")).containsText("rolewise-report.bundle");
      pictures(page, words);
      assertEquals(List.of(), session.complaints());
    }
  }

  /** The scores and counts of the page, value for value. */
  private static void sameFigures(JsonObject report, JsonObject saved) {
    for (String part : List.of("roles", "areas")) {
      JsonArray shown = report.getJsonArray(part);
      JsonArray taken = saved.getJsonArray(part);
      assertEquals(shown.size(), taken.size(), part);
      for (int i = 0; i < shown.size(); i++) {
        for (String field :
            List.of("struggle", "gap", "distribution", "coverage", "dontKnow", "interval")) {
          Object figure = shown.getJsonObject(i).getValue(field);
          assertEquals(figure, taken.getJsonObject(i).getValue(field), part + i + field);
        }
      }
    }
    assertEquals(TEAM, saved.getJsonObject("round").getJsonObject("team").getString("name"));
    assertEquals(report.getInteger("received"), saved.getInteger("received"));
  }

  private static void paper(Path file, JsonObject report) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      JsonObject verdict = report.getJsonObject("verdict");
      assertTrue(text.contains(verdict.getString("title")), text);
      assertTrue(text.contains(verdict.getString("text")), text);
      for (Object one : report.getJsonArray("areas")) {
        JsonObject area = (JsonObject) one;
        StringBuilder figures = new StringBuilder(area.getString("name"));
        area.getJsonArray("distribution").forEach(count -> figures.append(' ').append(count));
        figures.append(' ').append(area.getInteger("dontKnow"));
        area.getJsonArray("coverage").forEach(count -> figures.append(' ').append(count));
        figures.append(' ').append(Math.round(area.getDouble("struggle")));
        figures.append(' ').append(Math.round(area.getDouble("gap")));
        assertTrue(text.contains(figures), figures + " in " + text);
      }
    }
  }

  private static void workbook(byte[] file, JsonObject report, Words words) throws Exception {
    boolean named = false;
    boolean figures = false;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Document xml =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(zip.readAllBytes()));
        assertEquals(0, xml.getElementsByTagName("f").getLength(), "a formula");
        for (int i = 0; i < xml.getElementsByTagName("sheet").getLength(); i++) {
          named |=
              words
                  .areas()
                  .equals(
                      xml.getElementsByTagName("sheet")
                          .item(i)
                          .getAttributes()
                          .getNamedItem("name")
                          .getNodeValue());
        }
        String struggle =
            report.getJsonArray("areas").getJsonObject(0).getValue("struggle").toString();
        for (int i = 0; i < xml.getElementsByTagName("v").getLength(); i++) {
          figures |= xml.getElementsByTagName("v").item(i).getTextContent().equals(struggle);
        }
      }
    }
    assertTrue(named, "a sheet " + words.areas());
    assertTrue(figures, "the struggle of the first area");
  }

  /**
   * Each chart as a drawing and as a bitmap, with its title, whose it is, and colours of its own.
   */
  private void pictures(Page page, Words words) throws IOException {
    List<Locator> charts = page.locator("figure.chart").all();
    assertEquals(3, charts.size());
    for (int i = 0; i < charts.size(); i++) {
      Locator chart = charts.get(i);
      String title = chart.locator("h2").textContent();
      String stem = "chart-" + words.language() + "-" + i;
      Path drawing = FOLDER.resolve(stem + ".svg");
      save(page, chart, words.svg(), drawing);
      String svg = Files.readString(drawing);
      assertTrue(svg.contains(">" + title + "<"), title);
      assertTrue(svg.contains(words.source()) && svg.contains("😀"), title);
      assertFalse(svg.contains("var(--") || svg.contains("class="), "colours of the page: " + svg);
      Path bitmap = FOLDER.resolve(stem + ".png");
      save(page, chart, words.png(), bitmap);
      byte[] png = Files.readAllBytes(bitmap);
      assertEquals("PNG", new String(png, 1, 3, StandardCharsets.US_ASCII));
      assertTrue(png.length > 5_000, title + ": " + png.length);
    }
  }

  private static void save(Page page, Locator chart, String button, Path file) {
    Download download =
        page.waitForDownload(
            () ->
                chart
                    .locator("button")
                    .filter(new Locator.FilterOptions().setHasText(button))
                    .click());
    assertTrue(
        download.suggestedFilename().matches("rolewise-[a-z0-9-]+\\.(svg|png)"),
        download.suggestedFilename());
    download.saveAs(file);
  }

  private static Path saved(Page page, String button, String name) {
    Download download = page.waitForDownload(() -> BrowserSession.button(page, button).click());
    assertEquals(name, download.suggestedFilename());
    Path file = FOLDER.resolve(name);
    download.saveAs(file);
    return file;
  }

  private static String closedOn(JsonObject report) {
    return report.getJsonObject("round").getString("closedOn");
  }

  /** What went wrong is said in a sentence, and the next try works. */
  @Test
  void aFileThatDoesNotComeIsExplained() {
    try (BrowserSession session = new BrowserSession(browser)) {
      Organiser round = Organiser.open(suite.api(), TEAM, new JsonObject().put("size", 4));
      round.answers(Collections.nCopies(4, round.questionnaire().sheet(Organiser.PRODUCT_GAP)));
      round.close();
      Page page = session.device("en", Screen.PHONE);
      page.navigate(suite.url() + "/#/t/" + round.member() + "/report");
      assertThat(page.locator(".exports")).isVisible();
      page.context().setOffline(true);
      BrowserSession.button(page, ENGLISH.csv()).click();
      assertThat(page.locator(".exports [role=alert]")).containsText("No connection");
      page.context().setOffline(false);
      page.waitForDownload(() -> BrowserSession.button(page, ENGLISH.csv()).click());
      assertThat(page.locator(".exports [role=alert]")).hasCount(0);
      assertEquals(
          List.of(), session.complaints().stream().filter(it -> !it.contains("ERR_")).toList());
    }
  }
}
