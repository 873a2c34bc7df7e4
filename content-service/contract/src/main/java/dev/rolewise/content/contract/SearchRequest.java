package dev.rolewise.content.contract;

import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;

/**
 * Asks for what the current pack says about some words.
 *
 * @param locale the language wanted, as an IETF tag; null or unknown means the pack's default
 * @param q the words in the form {@link #normalised} gives them: who types the same with other
 *     capitals or spaces asks the same
 */
public record SearchRequest(String locale, String q) {
  /** Most characters (code points) that a search takes. */
  public static final int MOST = 200;

  /** Refuses a missing query. */
  public SearchRequest {
    Objects.requireNonNull(q, "q");
  }

  /**
   * Reads a request body.
   *
   * @throws MalformedRequest when {@code q} is missing, empty, too long or holds control
   *     characters, or a field is no text
   */
  public static SearchRequest from(JsonObject body) {
    RequestFields fields = new RequestFields(body);
    return new SearchRequest(fields.optionalText("locale"), normalised(fields.text("q")));
  }

  /**
   * What somebody typed, in lower case, composed (NFC) and with single spaces.
   *
   * @throws MalformedRequest when nothing is left, more than {@value #MOST} characters are, or one
   *     of them is a control character or half of a pair
   */
  public static String normalised(String typed) {
    String query =
        Normalizer.normalize(typed, Normalizer.Form.NFC)
            .replaceAll("(?U)\\s+", " ")
            .strip()
            .toLowerCase(Locale.ROOT);
    if (query.isEmpty()) {
      throw new MalformedRequest("/q", FaultCode.MISSING);
    }
    if (query.codePointCount(0, query.length()) > MOST) {
      throw new MalformedRequest("/q", FaultCode.OUT_OF_RANGE);
    }
    if (query.codePoints().anyMatch(SearchRequest::isNoText)) {
      throw new MalformedRequest("/q", FaultCode.MALFORMED);
    }
    return query;
  }

  private static boolean isNoText(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  /** The body to send. */
  public JsonObject toJson() {
    return new JsonObject().put("locale", locale).put("q", q);
  }
}
