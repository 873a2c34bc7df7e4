package dev.rolewise.assessment.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Sheets of plain values as Office Open XML (ECMA-376): texts are texts, never formulas. The same
 * sheets are the same bytes.
 */
final class Workbook {
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** The first that a ZIP can tell. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private record Sheet(String name, List<List<Object>> rows) {}

  private final String title;
  private final String language;
  private final List<Sheet> sheets = new ArrayList<>();

  Workbook(String title, String language) {
    this.title = title;
    this.language = language;
  }

  /**
   * Adds a sheet.
   *
   * @param name at most 31 characters, none of {@code []:*?/\}
   * @param rows the head first; cells are texts, numbers, truths or null
   */
  void sheet(String name, List<List<Object>> rows) {
    sheets.add(new Sheet(name, rows));
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, "[Content_Types].xml", contentTypes());
      entry(zip, "_rels/.rels", packageRelations());
      entry(zip, "docProps/core.xml", properties());
      entry(zip, "xl/workbook.xml", workbook());
      entry(zip, "xl/_rels/workbook.xml.rels", workbookRelations());
      entry(zip, "xl/styles.xml", styles());
      for (int i = 0; i < sheets.size(); i++) {
        entry(zip, "xl/worksheets/sheet" + (i + 1) + ".xml", SheetXml.of(sheets.get(i).rows()));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written to", impossible);
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write((DECLARATION + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private String contentTypes() {
    StringBuilder xml = new StringBuilder("<Types xmlns=\"" + PACKAGE + "content-types\">");
    xml.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
        .append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-")
        .append("package.relationships+xml\"/>");
    type(xml, "/xl/workbook.xml", TYPES + "sheet.main+xml");
    type(xml, "/xl/styles.xml", TYPES + "styles+xml");
    type(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    for (int i = 1; i <= sheets.size(); i++) {
      type(xml, "/xl/worksheets/sheet" + i + ".xml", TYPES + "worksheet+xml");
    }
    return xml.append("</Types>").toString();
  }

  private static void type(StringBuilder xml, String part, String type) {
    xml.append("<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>");
  }

  private static String packageRelations() {
    return relations(
        relation(1, RELATIONS + "/officeDocument", "xl/workbook.xml")
            + relation(2, PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"));
  }

  private String workbookRelations() {
    StringBuilder all = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      all.append(relation(i, RELATIONS + "/worksheet", "worksheets/sheet" + i + ".xml"));
    }
    return relations(all + relation(sheets.size() + 1, RELATIONS + "/styles", "styles.xml"));
  }

  private static String relations(String all) {
    return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"r%d\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
  }

  private String properties() {
    return "<cp:coreProperties xmlns:cp=\""
        + PACKAGE
        + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
        + SheetXml.escaped(title)
        + "</dc:title><dc:creator>Rolewise</dc:creator><dc:language>"
        + language
        + "</dc:language></cp:coreProperties>";
  }

  private String workbook() {
    StringBuilder xml = new StringBuilder();
    xml.append("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>");
    for (int i = 0; i < sheets.size(); i++) {
      xml.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>"
              .formatted(SheetXml.escaped(sheets.get(i).name()), i + 1, i + 1));
    }
    return xml.append("</sheets></workbook>").toString();
  }

  /** Cells: 0 as they are, 1 heads, 2 texts that may take several lines. */
  private static String styles() {
    return "<styleSheet xmlns=\""
        + MAIN
        + "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/>"
        + "<sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill>"
        + "<patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/>"
        + "</fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/>"
        + "</cellStyleXfs><cellXfs count=\"3\"><xf applyAlignment=\"1\"><alignment"
        + " vertical=\"top\"/></xf><xf fontId=\"1\" applyFont=\"1\" applyAlignment=\"1\">"
        + "<alignment vertical=\"top\" wrapText=\"1\"/></xf><xf applyAlignment=\"1\"><alignment"
        + " vertical=\"top\" wrapText=\"1\"/></xf></cellXfs></styleSheet>";
  }
}
