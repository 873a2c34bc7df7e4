package dev.rolewise.assessment.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The released comments as one reader sees them: hidden ones are there for the organiser alone,
 * marked.
 */
final class ReportComments {
  private static final UUID NOBODY = new UUID(0, 0);

  private final List<ShownComment> comments;
  private final boolean organiser;

  ReportComments(List<ShownComment> comments, boolean organiser) {
    this.comments = comments;
    this.organiser = organiser;
  }

  /** Comments of an invented team, by area: nobody can hide them. */
  static ReportComments invented(Map<String, List<String>> byArea) {
    List<ShownComment> comments = new ArrayList<>();
    byArea.forEach(
        (area, texts) ->
            texts.forEach(text -> comments.add(new ShownComment(NOBODY, area, text, false))));
    return new ReportComments(comments, false);
  }

  /** Puts the comments on an area into it; nothing where there are none. */
  void addTo(JsonObject area) {
    JsonArray texts = new JsonArray();
    JsonArray list = new JsonArray();
    for (ShownComment comment : comments) {
      if (!comment.area().equals(area.getString("id"))) {
        continue;
      }
      if (!comment.hidden()) {
        texts.add(comment.text());
      }
      list.add(
          new JsonObject()
              .put("id", comment.handle().toString())
              .put("text", comment.text())
              .put("hidden", comment.hidden()));
    }
    if (!texts.isEmpty()) {
      area.put("comments", texts);
    }
    if (organiser && !list.isEmpty()) {
      area.put("commentList", list);
    }
  }
}
