package dev.rolewise.assessment.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.rolewise.assessment.export.ReportTable.Column;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A report as CSV (RFC 4180, UTF-8): one figure or text a line, under the names that the report has
 * for them, and at its end the code book, which tells what each of them is. Every line says which
 * questions and which rules it comes from.
 */
final class CsvFile {
  private static final String CODE_BOOK = "codebook";

  private final StringWriter text = new StringWriter();
  private final CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
  private final JsonObject report;
  private final FileWords words;

  private CsvFile(JsonObject report) {
    this.report = report;
    this.words = FileWords.in(report.getString("locale"));
  }

  static byte[] of(JsonObject report) {
    return new CsvFile(report).write();
  }

  private byte[] write() {
    csv.writeRecord(
        "table", "row", "name", "field", "value", "instrument", "version", "hash", "engine");
    List<ReportTable> tables = ReportTables.of(report);
    tables.forEach(this::figures);
    tables.forEach(this::codes);
    flush();
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void flush() {
    try {
      csv.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written to", impossible);
    }
  }

  private void figures(ReportTable table) {
    for (int i = 0; i < table.rows().size(); i++) {
      JsonObject row = table.rows().get(i);
      String id = row.getString("id", String.valueOf(i + 1));
      for (Column column : table.columns()) {
        line(table.id(), id, row.getValue("name"), column.field(), column.in(row));
      }
    }
  }

  private void codes(ReportTable table) {
    for (Column column : table.columns()) {
      FileWords.Meaning meaning = words.meaning(table.id(), column.field());
      line(
          CODE_BOOK,
          table.id() + "." + column.field(),
          meaning.label(),
          "meaning",
          meaning.sentence());
    }
  }

  private void line(String table, String row, Object name, String field, Object value) {
    JsonObject instrument = report.getJsonObject("instrument");
    csv.writeRecord(
        CsvCell.of(table),
        CsvCell.of(row),
        CsvCell.of(name),
        CsvCell.of(field),
        CsvCell.of(value),
        CsvCell.of(instrument.getString("id")),
        CsvCell.of(instrument.getValue("version")),
        CsvCell.of(instrument.getString("hash")),
        CsvCell.of(report.getString("engine")));
  }
}
