package dev.rolewise.content.search;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a passage with the words that were found.
 *
 * @param segments in order; together they are the text
 */
public record Snippet(List<Segment> segments) {
  /** Begins a hit in marked text; no text of a pack holds it. */
  public static final char BEGIN = '\u0002';

  /** Ends a hit in marked text. */
  public static final char END = '\u0003';

  private static final String MORE = "…";

  /**
   * A piece of text.
   *
   * @param text as it stands in the passage
   * @param hit whether it is what was looked for
   */
  public record Segment(String text, boolean hit) {}

  /** Keeps its own copy. */
  public Snippet {
    segments = List.copyOf(segments);
  }

  /**
   * Reads marked text.
   *
   * @param marked a piece of the passage with marks around the hits
   * @param passage the whole of it: where it goes on, the snippet says so
   */
  public static Snippet of(String marked, String passage) {
    List<Segment> segments = new ArrayList<>();
    String text = marked.replace(String.valueOf(BEGIN), "").replace(String.valueOf(END), "");
    if (!passage.startsWith(text)) {
      add(segments, MORE + " ", false);
    }
    int from = 0;
    for (int i = 0; i < marked.length(); i++) {
      char mark = marked.charAt(i);
      if (mark == BEGIN || mark == END) {
        add(segments, marked.substring(from, i), mark == END);
        from = i + 1;
      }
    }
    add(segments, marked.substring(from), false);
    if (!passage.endsWith(text)) {
      add(segments, " " + MORE, false);
    }
    return new Snippet(segments);
  }

  private static void add(List<Segment> segments, String text, boolean hit) {
    if (text.isEmpty()) {
      return;
    }
    Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
    if (last != null && last.hit() == hit) {
      segments.set(segments.size() - 1, new Segment(last.text() + text, hit));
    } else {
      segments.add(new Segment(text, hit));
    }
  }

  /** As it stands in an answer. */
  public JsonArray toJson() {
    JsonArray json = new JsonArray();
    segments.forEach(
        segment ->
            json.add(new JsonObject().put("text", segment.text()).put("hit", segment.hit())));
    return json;
  }
}
