package dev.rolewise.gateway.problem;

import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The words of all problems in one language, read once. */
final class ProblemTexts {

  static final String DEFAULT = "en";
  static final List<String> LANGUAGES = List.of("en", "nl");

  private final JsonObject texts;

  private ProblemTexts(JsonObject texts) {
    this.texts = texts;
  }

  /**
   * Reads a language's texts from the class path.
   *
   * @param language one of {@link #LANGUAGES}
   */
  static ProblemTexts read(String language) {
    String file = "/problems/" + language + ".json";
    try (InputStream in = ProblemTexts.class.getResourceAsStream(file)) {
      return new ProblemTexts(
          new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  String title(Problem problem) {
    return texts.getString(problem.code() + ".title");
  }

  /** What to do next. */
  String detail(Problem problem) {
    return texts
        .getString(problem.code() + ".detail")
        .replace("{seconds}", Integer.toString(problem.retryAfter()))
        .replace("{methods}", problem.allow())
        .replace("{mebibytes}", String.valueOf(problem.details().getValue("mebibytes")));
  }

  String detail(Fault fault) {
    String text = texts.getString("fault." + fault.code());
    return text == null ? texts.getString("fault.other") : text;
  }

  JsonObject all() {
    return texts.copy();
  }
}
