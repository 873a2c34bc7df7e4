package dev.rolewise.assessment.scoring.oracle;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The slow answer to everything a report says about its verdict: no shortcut, no sums kept, every
 * check scores changed sheets from the start.
 */
public final class ByHand {

  private static final Map<String, String> ROLE =
      Map.of("P", "product-manager", "J", "project-manager", "G", "programme-manager");
  private static final Map<String, List<String>> SIDES =
      Map.of(
          "PRODUCT", List.of("P"),
          "PROJECT", List.of("J"),
          "PROGRAMME", List.of("G"),
          "BOTH", List.of("P", "J"),
          "BOTH_PROGRAMME", List.of("P", "J", "G"),
          "SUPPORT_PRODUCT", List.of("P"),
          "SUPPORT_PROJECT", List.of("J"),
          "SUPPORT_BOTH", List.of("P", "J"),
          "NO_EXTRA_ROLE", List.of("none"));

  private final RoundFacts facts;
  private final List<String> areas;
  private final List<String> sides;
  private final List<PlainSheet> sheets;
  private final int usability;
  private final PlainScores scores;

  public ByHand(Instrument instrument, RoundFacts facts, List<Sheet> released) {
    Instrument reduced = instrument.forInitiatives(facts.initiatives());
    this.facts = facts;
    this.areas = reduced.areas().stream().map(Instrument.Area::id).toList();
    this.sides = facts.initiatives() < 2 ? List.of("P", "J") : List.of("P", "J", "G");
    this.sheets = released.stream().map(sheet -> PlainSheet.read(reduced, sheet)).toList();
    this.usability = Math.max(3, facts.k() - 1);
    this.scores = new PlainScores(sheets, areas, usability, null);
  }

  PlainScores scores() {
    return scores;
  }

  List<PlainSheet> sheets() {
    return sheets;
  }

  int usability() {
    return usability;
  }

  List<String> areas() {
    return areas;
  }

  List<String> sides() {
    return sides;
  }

  /** Code, rule, firmness and all that stands beside it, by name, ready to compare. */
  public Map<String, Object> verdict() {
    Map<String, Object> out = new TreeMap<>();
    int n = sheets.size();
    boolean released = n >= facts.k();
    boolean enough =
        n >= Math.max(facts.k(), 4)
            && Fraction.of(n, facts.size()).compareTo(Fraction.of(1, 2)) >= 0
            && scores.roleUsable("P")
            && scores.roleUsable("J");
    out.put("n", released ? n : 0);
    out.put("heldBack", facts.received() - (released ? n : 0));
    if (!enough) {
      out.put("code", "NOT_ENOUGH_DATA");
      out.put("rule", "R0");
      return out;
    }
    String[] ruling = scores.ruling(facts.initiatives());
    String code = ruling[1];
    out.put("rule", ruling[0]);
    out.put("code", code);
    out.put("findings", findings(code));
    out.put("fillFirst", ruling[0].matches("R1|R2") ? fillFirst() : "null");
    boolean hats = code.equals("BOTH") && facts.size() <= 8 && facts.initiatives() == 1;
    out.put("form", form(hats));
    boolean person = personFlips(code);
    boolean missing = missingCouldFlip(code);
    boolean wording = wordingSame(code);
    Boolean agree = scenariosAgree(code);
    out.put("leaveOnePersonOut", person);
    out.put("leaveOneAreaOut", areasThatFlip(code));
    out.put("missing", facts.size() - n);
    out.put("couldFlip", missing);
    out.put("wording", wording);
    out.put("scenarios", String.valueOf(agree));
    out.put("firmness", person ? "leaning" : missing ? "provisional" : "firm");
    int holds = person ? 0 : 1;
    holds += Fraction.of(n, facts.size()).compareTo(Fraction.of(3, 4)) >= 0 ? 1 : 0;
    holds += Objects.equals(agree, true) ? 1 : 0;
    holds += wording ? 1 : 0;
    out.put("confidence", holds == 4 ? "high" : holds == 3 ? "medium" : "low");
    return out;
  }

  private List<String> findings(String code) {
    List<String> found = new ArrayList<>();
    Map<String, String> support =
        Map.of("P", "SUPPORT_PRODUCT", "J", "SUPPORT_PROJECT", "G", "SUPPORT_PROGRAMME");
    for (String side : sides) {
      if ("UNSUPPORTED".equals(scores.roleQuadrant(side)) && !SIDES.get(code).contains(side)) {
        found.add(support.get(side) + " " + ROLE.get(side) + " null");
      }
    }
    if ("VACANT".equals(scores.roleQuadrant("G")) && !SIDES.get(code).contains("G")) {
      found.add("ALIGN_PROGRAMME programme-manager null");
    }
    for (String side : sides) {
      if ("INFORMAL".equals(scores.roleQuadrant(side))) {
        found.add("NAME_AN_OWNER " + ROLE.get(side) + " null");
      }
    }
    for (String area : areas) {
      if ("INFORMAL".equals(scores.quadrant(area))) {
        found.add("NAME_AN_OWNER " + ROLE.get(area.substring(0, 1)) + " " + area);
      }
    }
    for (String side : sides) {
      if ("VACANT".equals(scores.roleQuadrant(side))
          && facts.rolesPresent().contains(ROLE.get(side))) {
        found.add("ROLE_PRESENT " + ROLE.get(side) + " null");
      }
    }
    if (areas.stream()
        .filter(scores::usable)
        .allMatch(area -> scores.struggle(area).compareTo(Fraction.of(45, 1)) >= 0)) {
      found.add("UNIFORM_STRUGGLE null null");
    }
    return found;
  }

  private List<String> vacantSides() {
    return sides.stream().filter(s -> "VACANT".equals(scores.roleQuadrant(s))).toList();
  }

  private String fillFirst() {
    String first = null;
    Fraction most = null;
    for (String side : vacantSides()) {
      Fraction weight = scores.roleStruggle(side).plus(scores.roleGap(side));
      if (most == null || weight.compareTo(most) > 0) {
        first = side;
        most = weight;
      }
    }
    return ROLE.get(first);
  }

  private List<String> form(boolean twoHats) {
    int[] answers = new int[6];
    for (String side : vacantSides()) {
      for (String area : scores.areasOf(side)) {
        if ("VACANT".equals(scores.quadrant(area))) {
          for (PlainSheet sheet : sheets) {
            answers[sheet.coverage().getOrDefault(area, 0)]++;
          }
        }
      }
    }
    List<String> form = new ArrayList<>();
    int most = Math.max(answers[3], Math.max(answers[4], answers[5]));
    for (int option = 3; option <= 5; option++) {
      if (most > 0 && answers[option] == most) {
        form.add(List.of("MANDATE", "HOURS", "HIRE").get(option - 3));
      }
    }
    List<String> vacant =
        areas.stream().filter(area -> "VACANT".equals(scores.quadrant(area))).toList();
    if (vacant.equals(List.of("P3"))) {
      form.add("PRODUCT_OWNER_MANDATE");
    }
    if (List.of(List.of("J1"), List.of("J4"), List.of("J1", "J4")).contains(vacant)) {
      form.add("DELIVERY_HAT");
    }
    if (twoHats) {
      form.add("TWO_HATS");
    }
    return form;
  }

  private String code(List<PlainSheet> changed, int fewest, String without) {
    return new PlainScores(changed, areas, fewest, without).code(facts.initiatives());
  }

  private boolean personFlips(String code) {
    for (int person = 0; person < sheets.size(); person++) {
      List<PlainSheet> others = new ArrayList<>(sheets);
      others.remove(person);
      if (!code(others, Math.max(2, usability - 1), null).equals(code)) {
        return true;
      }
    }
    return false;
  }

  private List<String> areasThatFlip(String code) {
    return areas.stream().filter(area -> !code(sheets, usability, area).equals(code)).toList();
  }

  private boolean wordingSame(String code) {
    for (String wording : List.of("a", "b")) {
      List<PlainSheet> half = sheets.stream().map(sheet -> sheet.only(wording)).toList();
      if (!code(half, usability, null).equals(code)) {
        return false;
      }
    }
    return true;
  }

  /** Really adds the missing people, in each of the 16 or 64 ways. */
  private boolean missingCouldFlip(String code) {
    int missing = facts.size() - sheets.size();
    int fills = (int) Math.pow(4, sides.size());
    for (int fill = 0; missing > 0 && fill < fills; fill++) {
      List<PlainSheet> everybody = new ArrayList<>(sheets);
      everybody.addAll(Collections.nCopies(missing, filled(fill)));
      if (!code(everybody, usability, null).equals(code)) {
        return true;
      }
    }
    return false;
  }

  private PlainSheet filled(int fill) {
    Map<String, Integer> struggle = new HashMap<>();
    Map<String, Integer> coverage = new HashMap<>();
    for (String area : areas) {
      int digit = fill / (int) Math.pow(4, sides.indexOf(area.substring(0, 1))) % 4;
      struggle.put(area + "a", digit % 2 == 0 ? 0 : 4);
      struggle.put(area + "b", digit % 2 == 0 ? 0 : 4);
      coverage.put(area, digit / 2 == 0 ? 5 : 1);
    }
    return new PlainSheet(struggle, coverage, Map.of());
  }

  private Boolean scenariosAgree(String code) {
    if (sheets.stream().filter(sheet -> !sheet.votes().isEmpty()).count() < usability) {
      return null;
    }
    Map<String, Integer> pool = new HashMap<>();
    sheets.forEach(s -> s.votes().values().forEach(vote -> pool.merge(vote, 1, Integer::sum)));
    int most = Collections.max(pool.values());
    return pool.keySet().stream()
        .filter(option -> pool.get(option) == most)
        .allMatch(option -> SIDES.get(code).contains(option));
  }
}
