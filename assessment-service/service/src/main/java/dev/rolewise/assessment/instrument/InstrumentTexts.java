package dev.rolewise.assessment.instrument;

import dev.rolewise.content.contract.InstrumentExport;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The texts of one instrument in one language, found by what they are about. */
public final class InstrumentTexts {
  private static final String FALLBACK = "en";

  private final JsonObject structure;
  private final JsonObject texts;
  private final String locale;

  private InstrumentTexts(JsonObject structure, JsonObject texts, String locale) {
    this.structure = structure;
    this.texts = texts;
    this.locale = locale;
  }

  static InstrumentTexts of(InstrumentExport export, String asked) {
    JsonObject all = export.texts();
    String locale =
        List.of(Optional.ofNullable(asked).orElse(FALLBACK), FALLBACK).stream()
            .filter(all::containsKey)
            .findFirst()
            .orElseGet(() -> all.fieldNames().iterator().next());
    return new InstrumentTexts(export.structure(), all.getJsonObject(locale), locale);
  }

  /**
   * The language of these texts.
   *
   * @return such as "nl"
   */
  public String locale() {
    return locale;
  }

  /**
   * A text of the report.
   *
   * @param path fields below {@code report}, such as "verdicts", "PRODUCT", "title"
   * @return the text with its placeholders
   * @throws IllegalArgumentException when the instrument has no such text
   */
  public String report(String... path) {
    JsonObject at = structure.getJsonObject("report");
    for (int i = 0; i < path.length - 1 && at != null; i++) {
      at = at.getJsonObject(path[i]);
    }
    if (at == null || !at.containsKey(path[path.length - 1])) {
      throw new IllegalArgumentException("no report text " + String.join(".", path));
    }
    return resolve(at.getString(path[path.length - 1]));
  }

  /**
   * A role's name where it stands alone.
   *
   * @param role id of the role
   * @return the name, beginning with a capital
   */
  public String roleLabel(String role) {
    String name = report("roles", role);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /**
   * A text about a verdict.
   *
   * @param verdict as it is stored with a report
   * @param field "title" or "text"
   * @return the text
   */
  public String verdict(JsonObject verdict, String field) {
    boolean twoHats = Boolean.TRUE.equals(verdict.getBoolean("twoHats"));
    return report("verdicts", twoHats ? "TWO_HATS" : verdict.getString("code"), field);
  }

  /**
   * A text about an area.
   *
   * @param area id of the area
   * @param field "name", "description" or "question"
   * @return the text
   */
  public String area(String area, String field) {
    return resolve(byId(structure.getJsonArray("areas"), area).getString(field));
  }

  /**
   * The coverage options with their labels.
   *
   * @return {@code [{value, label, creditPercent, form}]} in the order of the instrument
   */
  public JsonArray coverage() {
    JsonArray options = new JsonArray();
    structure.getJsonObject("coverage").getJsonArray("options").stream()
        .map(JsonObject.class::cast)
        .forEach(
            option ->
                options.add(
                    new JsonObject()
                        .put("value", option.getInteger("value"))
                        .put("label", resolve(option.getString("label")))
                        .put("creditPercent", option.getInteger("creditPercent"))
                        .put("form", option.getString("form"))));
    return options;
  }

  /**
   * A number among the instrument's parameters.
   *
   * @param name such as "struggleGate"
   * @return the number
   */
  public int parameter(String name) {
    return structure.getJsonObject("parameters").getInteger(name);
  }

  /**
   * How far the questions look back.
   *
   * @return weeks
   */
  public int periodWeeks() {
    return structure.getInteger("periodWeeks");
  }

  /**
   * The side that a role takes care of.
   *
   * @param role id of a role that the instrument can advise
   * @return "product", "project" or "programme"
   */
  public String sideOf(String role) {
    return structure.getJsonArray("sides").stream()
        .map(JsonObject.class::cast)
        .filter(side -> role.equals(side.getString("role")))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no side has the role " + role))
        .getString("id");
  }

  private String resolve(String reference) {
    return reference.startsWith("$") ? texts.getString(reference.substring(1)) : reference;
  }

  private static JsonObject byId(JsonArray objects, String id) {
    return objects.stream()
        .map(JsonObject.class::cast)
        .filter(object -> id.equals(object.getString("id")))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing has the id " + id));
  }
}
