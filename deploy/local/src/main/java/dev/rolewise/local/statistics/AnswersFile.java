package dev.rolewise.local.statistics;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.rolewise.assessment.scoring.statistics.AnswerTable;
import dev.rolewise.local.input.InputFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
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
    try (CsvPlaces text = new CsvPlaces(withoutMark(decoded(path)));
        CsvReader<Boolean> csv = reader(rows, text)) {
      try {
        csv.forEach(row -> {});
      } catch (UncheckedIOException | CsvParseException failed) {
        throw fault(path, rows, text, failed);
      }
      if (text.insideQuotes()) {
        throw InputFault.at(
            path, text.quoteLine(), text.quoteColumn(), "this quoted field is never closed.");
      }
      return rows.table();
    } catch (NoSuchFileException missing) {
      throw InputFault.in(path, "there is no such file.");
    } catch (CharacterCodingException notUtf8) {
      throw NotUtf8.fault(path);
    } catch (IOException unreadable) {
      throw InputFault.in(path, "the file cannot be read.");
    }
  }

  private static CsvReader<Boolean> reader(AnswersCsv rows, Reader text) {
    return CsvReader.builder()
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .maxBufferSize(LARGEST_FIELD)
        .build(rows, text);
  }

  /** The file's characters; reading fails at bytes that are not UTF-8. */
  static Reader decoded(Path path) throws IOException {
    return new InputStreamReader(
        new BufferedInputStream(Files.newInputStream(path), 1 << 16),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Reader withoutMark(Reader text) throws IOException {
    PushbackReader pushback = new PushbackReader(text, 1);
    int first = pushback.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      pushback.unread(first);
    }
    return pushback;
  }

  private static InputFault fault(
      Path path, AnswersCsv rows, CsvPlaces text, RuntimeException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputFault fault) {
        return fault;
      }
      if (cause instanceof CharacterCodingException) {
        return NotUtf8.fault(path);
      }
    }
    if (failed instanceof UncheckedIOException) {
      return InputFault.in(path, "the file cannot be read.");
    }
    // the two things that this library refuses
    String what =
        String.valueOf(failed.getCause()).contains("closing quote")
            ? "something follows the quote that closes the field."
            : text.insideQuotes()
                ? "a quoted field is not closed within a million characters."
                : "the field is longer than a million characters.";
    return InputFault.at(path, rows.line(), rows.column(), what);
  }
}
