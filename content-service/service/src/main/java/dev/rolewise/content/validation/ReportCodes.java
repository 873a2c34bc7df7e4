package dev.rolewise.content.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The codes a report can carry, and the placeholders that are filled in its texts. A code without
 * an entry in {@link #PLACEHOLDERS} has a text without placeholders.
 */
final class ReportCodes {
  static final List<String> VERDICTS =
      List.of(
          "NOT_ENOUGH_DATA",
          "BOTH_PROGRAMME",
          "BOTH",
          "TWO_HATS",
          "PROGRAMME",
          "PRODUCT",
          "PROJECT",
          "SUPPORT_PRODUCT",
          "SUPPORT_PROJECT",
          "SUPPORT_BOTH",
          "NO_EXTRA_ROLE");

  static final List<String> ALSO =
      List.of(
          "SUPPORT_PRODUCT",
          "SUPPORT_PROJECT",
          "SUPPORT_PROGRAMME",
          "ALIGN_PROGRAMME",
          "NAME_AN_OWNER",
          "ROLE_PRESENT",
          "UNIFORM_STRUGGLE");

  static final List<String> COVERAGE_FORMS = List.of("MANDATE", "HOURS", "HIRE");
  static final List<String> HATS = List.of("PRODUCT_OWNER_MANDATE", "DELIVERY_HAT");
  static final List<String> FORMS = forms();

  static final List<String> BECAUSE =
      List.of(
          "ROLE_VACANT",
          "ROLE_UNSUPPORTED",
          "ROLE_INFORMAL",
          "ROLE_FINE",
          "TOP_AREA",
          "TOO_FEW_ANSWERS",
          "TURNOUT_TOO_LOW",
          "SIDE_NOT_USABLE",
          "NO_ROLE_VACANT");

  static final List<String> STEPS =
      List.of(
          "ASK_THE_REST",
          "TALK_FIRST",
          "TALK_WITH_PRESENT_ROLE",
          "AGREE_MANDATE",
          "GIVE_HOURS",
          "HIRE_OR_BORROW",
          "TWO_HATS",
          "PRODUCT_OWNER_MANDATE",
          "DELIVERY_HAT",
          "FILL_FIRST",
          "SUPPORT_ROLE",
          "ALIGN_PROGRAMME",
          "NAME_AN_OWNER",
          "DISCUSS_SPLIT",
          "TREAT_AS_HYPOTHESIS",
          "KEEP_WHAT_WORKS",
          "REPEAT_SCAN");

  private static final Set<String> ROLE_SCORES =
      Set.of("role", "struggle", "gap", "struggleGate", "gapGate");
  private static final Set<String> ROLE_AND_AREAS = Set.of("role", "areas");

  /** Group of report texts to code to the placeholders its texts may use. */
  static final Map<String, Map<String, Set<String>>> PLACEHOLDERS =
      Map.of(
          "also",
          Map.of("NAME_AN_OWNER", Set.of("name"), "ROLE_PRESENT", Set.of("role")),
          "because",
          Map.of(
              "ROLE_VACANT",
              ROLE_SCORES,
              "ROLE_UNSUPPORTED",
              ROLE_SCORES,
              "ROLE_INFORMAL",
              ROLE_SCORES,
              "ROLE_FINE",
              ROLE_SCORES,
              "TOP_AREA",
              Set.of("area", "struggle", "gap"),
              "TOO_FEW_ANSWERS",
              Set.of("received", "needed", "missing"),
              "TURNOUT_TOO_LOW",
              Set.of("n", "size", "needed", "missing"),
              "SIDE_NOT_USABLE",
              Set.of("role", "usable", "needed")),
          "steps",
          Map.ofEntries(
              Map.entry("ASK_THE_REST", Set.of("missing")),
              Map.entry("TALK_WITH_PRESENT_ROLE", Set.of("role")),
              Map.entry("AGREE_MANDATE", ROLE_AND_AREAS),
              Map.entry("GIVE_HOURS", ROLE_AND_AREAS),
              Map.entry("HIRE_OR_BORROW", ROLE_AND_AREAS),
              Map.entry("TWO_HATS", Set.of("areas")),
              Map.entry("FILL_FIRST", Set.of("role")),
              Map.entry("SUPPORT_ROLE", Set.of("role")),
              Map.entry("NAME_AN_OWNER", Set.of("area")),
              Map.entry("DISCUSS_SPLIT", Set.of("area"))));

  private ReportCodes() {}

  private static List<String> forms() {
    List<String> forms = new ArrayList<>(COVERAGE_FORMS);
    forms.addAll(HATS);
    forms.add("TWO_HATS");
    return List.copyOf(forms);
  }
}
