package dev.rolewise.local.command.pack;

import dev.rolewise.local.editing.RefusedBySuite;
import dev.rolewise.local.input.InputFault;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** What a running suite says, as lines; a refusal is a finding. */
final class SuiteAnswer {
  private SuiteAnswer() {}

  static int tell(CommandSpec spec, Callable<List<String>> work) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try {
      work.call().forEach(out::println);
      out.flush();
      return Findings.fine();
    } catch (RefusedBySuite refused) {
      refused.faults().forEach(out::println);
      changes(refused.changes()).forEach(out::println);
      out.flush();
      PrintWriter err = spec.commandLine().getErr();
      err.println(refused.sentence());
      err.flush();
      return Findings.found();
    }
  }

  /** A version in one line. */
  static String version(JsonObject pack) {
    return pack.getString("id")
        + " version "
        + pack.getInteger("version")
        + (pack.getBoolean("current") ? ", current" : "")
        + (pack.getBoolean("shown", true) ? "" : ", not the pack that this suite shows")
        + (pack.getBoolean("withdrawn") ? ", withdrawn from new rounds" : "")
        + ", "
        + pack.getInteger("documents")
        + " documents in "
        + String.join(
            ", ", pack.getJsonArray("languages").stream().map(String.class::cast).toList())
        + ", hash "
        + pack.getString("hash");
  }

  /** Differences, a line each. */
  static List<String> changes(JsonArray changes) {
    return changes.stream().map(JsonObject.class::cast).map(SuiteAnswer::change).toList();
  }

  private static String change(JsonObject change) {
    String pointer = change.getString("pointer");
    String place = change.getString("file") + (pointer.isEmpty() ? "" : " " + pointer);
    return switch (change.getString("kind")) {
      case "added" -> "+ " + place + value(": ", change.getValue("after"));
      case "removed" -> "- " + place + value(": ", change.getValue("before"));
      default ->
          "~ "
              + place
              + value(": ", change.getValue("before"))
              + " -> "
              + value("", change.getValue("after"));
    };
  }

  private static String value(String lead, Object value) {
    return value == null ? "" : lead + InputFault.quote(value.toString());
  }
}
