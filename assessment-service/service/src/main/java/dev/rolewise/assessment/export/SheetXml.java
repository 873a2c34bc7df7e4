package dev.rolewise.assessment.export;

import java.util.List;

/** One sheet of a workbook: the head stays in view, and columns are as wide as what is in them. */
final class SheetXml {
  private static final int NARROWEST = 9;
  private static final int WIDEST = 70;
  private static final int LETTERS = 26;
  private static final String HEAD = "1";
  private static final String WRAPPED = "2";

  private SheetXml() {}

  static String of(List<List<Object>> rows) {
    StringBuilder xml = new StringBuilder();
    xml.append("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
        .append("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\"")
        .append(" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
    for (int column = 0; column < rows.get(0).size(); column++) {
      xml.append(
          "<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\"/>"
              .formatted(column + 1, width(rows, column)));
    }
    xml.append("</cols><sheetData>");
    for (int row = 0; row < rows.size(); row++) {
      xml.append("<row r=\"" + (row + 1) + "\">");
      for (int column = 0; column < rows.get(row).size(); column++) {
        cell(xml, reference(row, column), rows.get(row).get(column), row == 0);
      }
      xml.append("</row>");
    }
    return xml.append("</sheetData></worksheet>").toString();
  }

  private static void cell(StringBuilder xml, String reference, Object value, boolean head) {
    if (value == null) {
      return;
    }
    xml.append("<c r=\"" + reference + "\" ");
    if (value instanceof Number) {
      xml.append("><v>" + value + "</v></c>");
    } else if (value instanceof Boolean truth) {
      xml.append("t=\"b\"><v>" + (truth ? 1 : 0) + "</v></c>");
    } else {
      xml.append("s=\"" + (head ? HEAD : WRAPPED) + "\" t=\"inlineStr\"><is><t")
          .append(" xml:space=\"preserve\">")
          .append(escaped(value.toString()))
          .append("</t></is></c>");
    }
  }

  static String escaped(String text) {
    return PlainText.of(text == null ? "" : text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** As spreadsheets name cells: A1, and after Z1 comes AA1. */
  private static String reference(int row, int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
    }
    return letters.append(row + 1).toString();
  }

  private static int width(List<List<Object>> rows, int column) {
    int longest = NARROWEST;
    for (List<Object> row : rows) {
      Object value = column < row.size() ? row.get(column) : null;
      longest = Math.max(longest, value instanceof String text ? text.length() + 2 : 0);
    }
    return Math.min(WIDEST, longest);
  }
}
