package dev.rolewise.local.statistics;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.rolewise.assessment.scoring.statistics.AnswerTable;
import dev.rolewise.local.input.InputFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads answers from a CSV file (RFC 4180, UTF-8, with or without a byte order mark): a header
 * {@code respondent, team, item ids…}, then a row a respondent, an empty cell for a missing answer.
 * The file passes through once; a million rows are normal.
 */
public final class AnswersFile {

  private static final int LARGEST_FIELD = 1 << 20;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private AnswersFile() {}

  /**
   * Reads a file.
   *
   * @throws InputFault with file, line and column
   */
  public static AnswerTable read(Path path, ScaleSet scales) {
    AnswersCsv rows = new AnswersCsv(path, scales);
    try (Reader text = open(path);
        CsvReader<Boolean> csv =
            CsvReader.builder()
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LARGEST_FIELD)
                .build(rows, text)) {
      csv.forEach(row -> {});
      return rows.table();
    } catch (NoSuchFileException missing) {
      throw InputFault.in(path, "there is no such file.");
    } catch (IOException | UncheckedIOException | CsvParseException failed) {
      throw fault(path, rows, failed);
    }
  }

  private static Reader open(Path path) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    Reader text =
        new InputStreamReader(
            bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    java.io.PushbackReader pushback = new java.io.PushbackReader(text, 1);
    int first = pushback.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      pushback.unread(first);
    }
    return pushback;
  }

  private static InputFault fault(Path path, AnswersCsv rows, Exception failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputFault fault) {
        return fault;
      }
      if (cause instanceof CharacterCodingException) {
        return NotUtf8.fault(path);
      }
    }
    if (failed instanceof CsvParseException) {
      return InputFault.at(
          path,
          rows.line(),
          rows.column(),
          "this is not CSV: a quoted field is not closed properly, or is longer than a million"
              + " characters.");
    }
    return InputFault.in(path, "the file cannot be read.");
  }
}
