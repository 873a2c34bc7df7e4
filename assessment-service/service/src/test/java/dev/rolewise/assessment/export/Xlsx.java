package dev.rolewise.assessment.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A workbook read again: its sheets by name, each row the cells it has, by column. */
public final class Xlsx {
  private final Map<String, Document> parts = new TreeMap<>();

  private Xlsx(byte[] file) throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] xml = zip.readAllBytes();
        parts.put(
            entry.getName(), parsers.newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
      }
    }
  }

  public static Map<String, List<Map<String, Object>>> sheets(byte[] file) {
    try {
      return new Xlsx(file).sheets();
    } catch (IOException | SAXException | ParserConfigurationException broken) {
      throw new IllegalArgumentException("no workbook", broken);
    }
  }

  private Map<String, List<Map<String, Object>>> sheets() {
    Map<String, List<Map<String, Object>>> sheets = new LinkedHashMap<>();
    int number = 1;
    for (Element sheet : elements(parts.get("xl/workbook.xml"), "sheet")) {
      Document xml = parts.get("xl/worksheets/sheet" + number++ + ".xml");
      List<Map<String, Object>> rows = new ArrayList<>();
      for (Element row : elements(xml, "row")) {
        Map<String, Object> cells = new TreeMap<>();
        NodeList children = row.getElementsByTagNameNS("*", "c");
        for (int i = 0; i < children.getLength(); i++) {
          Element cell = (Element) children.item(i);
          cells.put(cell.getAttribute("r").replaceAll("\\d", ""), value(cell));
        }
        rows.add(cells);
      }
      sheets.put(sheet.getAttribute("name"), rows);
    }
    return sheets;
  }

  private static Object value(Element cell) {
    String text = cell.getTextContent();
    if (cell.getElementsByTagNameNS("*", "f").getLength() > 0) {
      throw new IllegalArgumentException("a formula: " + text);
    }
    return switch (cell.getAttribute("t")) {
      case "inlineStr" -> text;
      case "b" -> text.equals("1");
      default -> text.contains(".") ? (Object) Double.valueOf(text) : Integer.valueOf(text);
    };
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
