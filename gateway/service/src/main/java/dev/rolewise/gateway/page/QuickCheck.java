package dev.rolewise.gateway.page;

import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;

/**
 * The scan's two gates on one person's five answers, as the front end has it. What an answer counts
 * for, and where the gates are, is what the instrument says.
 *
 * @param struggle what each answer to "do you manage?" counts for, of 100
 * @param gap what each answer to "does somebody take care of it?" counts for, of 100
 * @param struggleGate from here on it hurts
 * @param gapGate from here on nobody really takes care of it
 */
record QuickCheck(List<Integer> struggle, List<Integer> gap, int struggleGate, int gapGate) {
  /** Whoever has time, as the instrument calls the form that follows from it. */
  private static final String WHOEVER_HAS_TIME = "HOURS";

  /** What comes out for both sides together, in the words of the texts. */
  record Result(String product, String project, String outcome, boolean connected) {}

  static QuickCheck of(JsonObject instrument) {
    JsonObject parameters = instrument.getJsonObject("parameters");
    List<Integer> points =
        Fields.objects(instrument.getJsonObject("scale"), "points").stream()
            .map(point -> point.getInteger("value"))
            .sorted()
            .toList();
    int highest = points.get(points.size() - 1);
    List<Integer> struggle =
        List.of(points.get(0), points.get(points.size() / 2), highest).stream()
            .map(value -> 100 * value / highest)
            .toList();
    List<JsonObject> cared = Fields.objects(instrument.getJsonObject("coverage"), "options");
    List<Integer> credits =
        cared.stream()
            .map(option -> option.getInteger("creditPercent"))
            .sorted(Comparator.reverseOrder())
            .toList();
    int hours =
        cared.stream()
            .filter(option -> Fields.text(option, "form").equals(WHOEVER_HAS_TIME))
            .map(option -> option.getInteger("creditPercent"))
            .findFirst()
            .orElse(credits.get(credits.size() - 1));
    return new QuickCheck(
        struggle,
        List.of(100 - credits.get(0), 100 - hours, 100 - credits.get(credits.size() - 1)),
        parameters.getInteger("struggleGate"),
        parameters.getInteger("gapGate"));
  }

  /**
   * What five answers come to.
   *
   * @param taps which option was taken, from 0: two about the product side, two about the project
   *     side, and whether several projects are connected
   */
  Result judge(List<Integer> taps) {
    String product = quadrant(taps.get(0), taps.get(1));
    String project = quadrant(taps.get(2), taps.get(3));
    return new Result(product, project, outcome(product, project), taps.get(4) == 0);
  }

  private String quadrant(int works, int cared) {
    boolean hurts = struggle.get(works) >= struggleGate;
    boolean vacant = gap.get(cared) >= gapGate;
    return hurts ? vacant ? "VACANT" : "UNSUPPORTED" : vacant ? "INFORMAL" : "FINE";
  }

  private static String outcome(String product, String project) {
    String both = both(product, project, "VACANT", "");
    if (!both.isEmpty()) {
      return both;
    }
    String support = both(product, project, "UNSUPPORTED", "SUPPORT_");
    return support.isEmpty() ? "NONE" : support;
  }

  private static String both(String product, String project, String state, String prefix) {
    boolean first = product.equals(state);
    boolean second = project.equals(state);
    return first && second
        ? prefix + "BOTH"
        : first ? prefix + "PRODUCT" : second ? prefix + "PROJECT" : "";
  }
}
