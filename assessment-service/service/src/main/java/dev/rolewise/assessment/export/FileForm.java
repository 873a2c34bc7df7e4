package dev.rolewise.assessment.export;

import dev.rolewise.assessment.export.paper.PaperFile;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;

/** The forms in which a report can be saved. */
public enum FileForm {
  /** One figure a line, for statistics programs; with its code book. */
  CSV("csv", CsvFile::of),
  /** A sheet for each part of the report, for spreadsheets; with its code book. */
  XLSX("xlsx", XlsxFile::of),
  /** Pages of A4, to be read and printed. */
  PDF("pdf", PaperFile::of);

  private final String ending;
  private final Function<JsonObject, byte[]> maker;

  FileForm(String ending, Function<JsonObject, byte[]> maker) {
    this.ending = ending;
    this.maker = maker;
  }

  String ending() {
    return ending;
  }

  byte[] make(JsonObject report) {
    return maker.apply(report);
  }
}
