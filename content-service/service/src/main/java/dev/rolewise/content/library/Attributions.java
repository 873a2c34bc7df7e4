package dev.rolewise.content.library;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * What the licences of the catalogues that roles refer to ask to be said wherever they are shown,
 * in the words they ask for. A pack that refers to another catalogue brings the words along.
 */
public final class Attributions {
  private static final String FIELD = "attribution";

  private static final Map<String, String> BY_SCHEME =
      Map.of(
          "ESCO",
          "This service uses the ESCO classification of the European Commission.",
          "O*NET-SOC",
          "This page includes information from the O*NET Database by the U.S. Department of Labor,"
              + " Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0"
              + " license. O*NET® is a trademark of USDOL/ETA.",
          "UK Government Digital and Data Profession Capability Framework",
          "Contains public sector information licensed under the Open Government Licence v3.0.",
          "Scrum Guide",
          "The Scrum Guide is by Ken Schwaber and Jeff Sutherland, offered under CC BY-SA 4.0.");

  private Attributions() {}

  /** The role with the words that belong to each of its references, null where none are known. */
  public static JsonObject in(JsonObject role) {
    JsonArray attributed = new JsonArray();
    for (Object entry : role.getJsonArray("taxonomy")) {
      JsonObject reference = ((JsonObject) entry).copy();
      String own = reference.getString(FIELD);
      attributed.add(
          reference.put(FIELD, own == null ? BY_SCHEME.get(reference.getString("scheme")) : own));
    }
    return role.copy().put("taxonomy", attributed);
  }
}
