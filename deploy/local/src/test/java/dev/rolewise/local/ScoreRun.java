package dev.rolewise.local;

import dev.rolewise.assessment.bundle.BundleWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** What {@code rolewise score} answered, run as the program runs it. */
record ScoreRun(int exitCode, String out, String err) {

  /** Bundles as servers with role-gap/1 wrote them; these files never change. */
  static final List<String> GOLDEN =
      List.of(
          "product-manager",
          "at-the-gate",
          "both-and-programme",
          "turnout-too-low",
          "nothing-released");

  static JsonObject golden(String name) {
    return new JsonObject(Buffer.buffer(goldenBytes(name)));
  }

  static byte[] goldenBytes(String name) {
    try (InputStream in = ScoreRun.class.getResourceAsStream("bundles/" + name + ".json")) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The document with the hash that belongs to it. */
  static JsonObject rehashed(JsonObject document) {
    return BundleWriter.sealed(document);
  }

  static ScoreRun on(Path file, JsonObject document) {
    return on(file, document.toBuffer().getBytes());
  }

  static ScoreRun on(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return with("score", "--bundle", file.toString());
  }

  static ScoreRun with(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = RolewiseMain.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int exitCode = line.execute(arguments);
    return new ScoreRun(exitCode, out.toString(), err.toString());
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
