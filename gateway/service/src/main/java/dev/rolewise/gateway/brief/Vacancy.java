package dev.rolewise.gateway.brief;

import dev.rolewise.content.contract.BriefVariant;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a report leaves open in one role, taken from nothing but what the report shows.
 *
 * @param role its id
 * @param areas those that nobody takes care of and that hurt; for a mandate also those that
 *     somebody has while it hurts
 * @param discuss those the team sees in clearly different ways
 */
public record Vacancy(String role, List<JsonObject> areas, List<JsonObject> discuss) {
  private static final String VACANT = "VACANT";
  private static final String UNSUPPORTED = "UNSUPPORTED";

  /**
   * Looks a role up in a report.
   *
   * @param asked the role wanted; null for the one the report would fill first
   * @param variant how the role is to be filled
   * @throws BusFailure 422 for a role or variant that is none, 409 {@code nothing-vacant} when the
   *     report leaves nothing open
   */
  public static Vacancy in(JsonObject report, String asked, String variant) {
    List<Fault> faults = new ArrayList<>();
    BriefVariant way = BriefVariant.of(variant);
    if (way == BriefVariant.UNKNOWN) {
      faults.add(new Fault("/variant", "unknown"));
    }
    List<JsonObject> roles = objects(report.getJsonArray("roles"));
    if (asked != null && roles.stream().noneMatch(it -> asked.equals(it.getString("id")))) {
      faults.add(new Fault("/role", "unknown"));
    }
    if (!faults.isEmpty()) {
      throw BusFailure.invalidValues(faults);
    }
    return roles.stream()
        .filter(role -> asked == null || asked.equals(role.getString("id")))
        .sorted(first(report))
        .map(role -> of(report, role.getString("id"), way))
        .filter(vacancy -> !vacancy.areas().isEmpty())
        .findFirst()
        .orElseThrow(() -> BusFailure.conflict("nothing-vacant"));
  }

  private static Comparator<JsonObject> first(JsonObject report) {
    JsonObject verdict = report.getJsonObject("verdict", new JsonObject());
    String fillFirst = verdict == null ? null : verdict.getString("fillFirst");
    Comparator<JsonObject> named = before(role -> role.getString("id").equals(fillFirst));
    return named
        .thenComparing(before(role -> VACANT.equals(role.getString("quadrant"))))
        .thenComparing(before(role -> UNSUPPORTED.equals(role.getString("quadrant"))));
  }

  /** Those of which it is true come first; otherwise the report's order stays. */
  private static Comparator<JsonObject> before(Predicate<JsonObject> isTrue) {
    return Comparator.comparing(role -> !isTrue.test(role));
  }

  private static Vacancy of(JsonObject report, String role, BriefVariant way) {
    List<JsonObject> own =
        objects(report.getJsonArray("areas")).stream()
            .filter(area -> role.equals(area.getString("role")))
            .toList();
    return new Vacancy(
        role,
        own.stream().filter(area -> isOpen(area, way)).toList(),
        own.stream().filter(area -> Boolean.TRUE.equals(area.getBoolean("split"))).toList());
  }

  private static boolean isOpen(JsonObject area, BriefVariant way) {
    String quadrant = area.getString("quadrant");
    return VACANT.equals(quadrant) || way == BriefVariant.MANDATE && UNSUPPORTED.equals(quadrant);
  }

  /** How an area stands, in the words of a brief. */
  static String standing(JsonObject area) {
    return VACANT.equals(area.getString("quadrant")) ? "vacant" : "unsupported";
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
