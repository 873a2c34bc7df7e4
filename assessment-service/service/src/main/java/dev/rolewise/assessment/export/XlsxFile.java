package dev.rolewise.assessment.export;

import dev.rolewise.assessment.export.FileWords.Meaning;
import dev.rolewise.assessment.export.ReportTable.Column;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A report as a workbook: a sheet for each part, and the code book. What there is one of stands
 * below each other, what there are several of beside each other, and every row that may get cut out
 * says which questions it comes from.
 */
final class XlsxFile {
  /** Parts with one row. */
  private static final Set<String> SINGLE = Set.of("round", "verdict", "stability", "method");

  private final JsonObject report;
  private final FileWords words;

  private XlsxFile(JsonObject report) {
    this.report = report;
    this.words = FileWords.in(report.getString("locale"));
  }

  static byte[] of(JsonObject report) {
    return new XlsxFile(report).write();
  }

  private byte[] write() {
    Workbook workbook =
        new Workbook(report.getJsonObject("verdict").getString("title"), words.language());
    List<ReportTable> tables = ReportTables.of(report);
    for (ReportTable table : tables) {
      if (!table.rows().isEmpty()) {
        workbook.sheet(
            words.table(table.id()), SINGLE.contains(table.id()) ? single(table) : several(table));
      }
    }
    workbook.sheet(words.table("codebook"), codeBook(tables));
    return workbook.toBytes();
  }

  private List<List<Object>> single(ReportTable table) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of(words.codeBook("field"), words.codeBook("label"), words.codeBook("value")));
    for (Column column : table.columns()) {
      List<Object> row = new ArrayList<>();
      row.add(column.field());
      row.add(words.meaning(table.id(), column.field()).label());
      row.add(column.in(table.rows().get(0)));
      rows.add(row);
    }
    return rows;
  }

  private List<List<Object>> several(ReportTable table) {
    List<List<Object>> rows = new ArrayList<>();
    List<Object> head = new ArrayList<>();
    table.columns().forEach(it -> head.add(words.meaning(table.id(), it.field()).label()));
    head.add(words.meaning("round", "instrument.hash").label());
    rows.add(head);
    for (JsonObject row : table.rows()) {
      List<Object> cells = new ArrayList<>();
      table.columns().forEach(column -> cells.add(column.in(row)));
      cells.add(report.getJsonObject("instrument").getString("hash"));
      rows.add(cells);
    }
    return rows;
  }

  private List<List<Object>> codeBook(List<ReportTable> tables) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            words.codeBook("table"),
            words.codeBook("field"),
            words.codeBook("label"),
            words.codeBook("meaning")));
    for (ReportTable table : tables) {
      for (Column column : table.columns()) {
        Meaning meaning = words.meaning(table.id(), column.field());
        rows.add(
            List.of(words.table(table.id()), column.field(), meaning.label(), meaning.sentence()));
      }
    }
    return rows;
  }
}
