package dev.rolewise.assessment.export;

import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.util.Locale;

/**
 * What a file is called when it is saved: whose report, of when, in which language. Of letters,
 * digits and hyphens only, which mean the same in a header and on every disk.
 */
public final class FileName {
  private static final int LONGEST_TEAM = 40;

  private FileName() {}

  /**
   * Names a file.
   *
   * @param report the report in it
   * @param form of the file
   * @return e.g. {@code rolewise-report-aurora-2026-03-06-nl.csv}
   */
  public static String of(JsonObject report, FileForm form) {
    JsonObject round = report.getJsonObject("round");
    StringBuilder name = new StringBuilder("rolewise-report");
    for (String part :
        new String[] {
          plain(round.getJsonObject("team").getString("name")),
          plain(round.getString("closedOn")),
          plain(report.getString("locale"))
        }) {
      if (!part.isEmpty()) {
        name.append('-').append(part);
      }
    }
    return name.append('.').append(form.ending()).toString();
  }

  private static String plain(String text) {
    if (text == null) {
      return "";
    }
    String letters =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = letters.substring(0, Math.min(LONGEST_TEAM, letters.length()));
    return cut.replaceAll("^-+|-+$", "");
  }
}
