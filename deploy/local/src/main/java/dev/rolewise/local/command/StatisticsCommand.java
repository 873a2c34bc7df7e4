package dev.rolewise.local.command;

import dev.rolewise.assessment.scoring.statistics.AnswerTable;
import dev.rolewise.local.input.InputFault;
import dev.rolewise.local.input.OutputFile;
import dev.rolewise.local.statistics.AnswersFile;
import dev.rolewise.local.statistics.ScaleSet;
import dev.rolewise.local.statistics.ScalesFile;
import dev.rolewise.local.statistics.StatisticsJson;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Statistics of any Likert-type answers. */
@Command(
    name = "statistics",
    mixinStandardHelpOptions = true,
    description =
        "Scale scores, item figures, reliability, agreement and aggregation of Likert-type answers,"
            + " as JSON.")
public final class StatisticsCommand implements Runnable {

  private static final int BUFFER = 1 << 16;

  @Option(
      names = "--answers",
      required = true,
      paramLabel = "FILE.csv",
      description = "Header respondent,team,<item ids…>; a row a respondent; empty = missing.")
  private Path answers;

  @Option(
      names = "--scales",
      required = true,
      paramLabel = "FILE.json",
      description = "Response scale, and the items of each scale.")
  private Path scales;

  @Option(
      names = "--output",
      paramLabel = "FILE.json",
      description = "Where to write the result (default: standard output).")
  private Path output;

  @Override
  public void run() {
    ScaleSet set = ScalesFile.read(scales);
    try {
      AnswerTable table = AnswersFile.read(answers, set);
      write(table, set);
    } catch (OutOfMemoryError full) {
      throw InputFault.in(answers, "the answers need more memory: start Java with a larger -Xmx.");
    }
  }

  private void write(AnswerTable table, ScaleSet set) {
    if (output == null) {
      try (OutputStream out =
          new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER)) {
        StatisticsJson.write(table, set, out);
      } catch (IOException | UncheckedIOException closed) {
        throw InputFault.in(Path.of("standard output"), "the result cannot be written.");
      }
      return;
    }
    try {
      OutputFile.write(output, out -> StatisticsJson.write(table, set, out));
    } catch (IOException | UncheckedIOException failed) {
      throw InputFault.in(output, "the result cannot be written there.");
    }
  }
}
