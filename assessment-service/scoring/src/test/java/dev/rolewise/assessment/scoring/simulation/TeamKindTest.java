package dev.rolewise.assessment.scoring.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The kinds as they were published: per side "struggle/coverage", the last area apart. */
class TeamKindTest {

  private static final String BASE = ".10-.35/.65-1";
  private static final String HEAVY = ".55-.90/0-.35";
  private static final String MILD = ".50-.75/.20-.50";

  @Test
  void clearTeams() {
    expect(TeamKind.PRODUCT, false, HEAVY, HEAVY, BASE, BASE, BASE);
    expect(TeamKind.PROJECT, false, BASE, BASE, HEAVY, HEAVY, BASE);
    expect(TeamKind.PRODUCT_PARTIAL, false, HEAVY, BASE, BASE, BASE, BASE);
    expect(TeamKind.PROJECT_PARTIAL, false, BASE, BASE, HEAVY, BASE, BASE);
    expect(TeamKind.BOTH, false, HEAVY, HEAVY, HEAVY, HEAVY, BASE);
    String grazed = ".30-.45/.55-.85";
    expect(TeamKind.PROGRAMME, false, grazed, grazed, grazed, grazed, HEAVY);
    String supported = ".55-.90/.75-1";
    expect(TeamKind.SUPPORT_PRODUCT, false, supported, supported, BASE, BASE, BASE);
    expect(TeamKind.SUPPORT_PROJECT, false, BASE, BASE, supported, supported, BASE);
    String loose = ".10-.35/0-.40";
    expect(TeamKind.SELF_ORGANISING, false, loose, loose, loose, loose, loose);
    expect(TeamKind.HEALTHY, false, BASE, BASE, BASE, BASE, BASE);
  }

  @Test
  void mildTeams() {
    expect(TeamKind.PRODUCT, true, MILD, MILD, BASE, BASE, BASE);
    expect(TeamKind.PROJECT_PARTIAL, true, BASE, BASE, MILD, BASE, BASE);
    expect(TeamKind.BOTH, true, MILD, MILD, MILD, MILD, BASE);
    String grazed = ".30-.45/.55-.85";
    expect(TeamKind.PROGRAMME, true, grazed, grazed, grazed, grazed, MILD);
    String supported = ".50-.75/.75-1";
    expect(TeamKind.SUPPORT_PRODUCT, true, supported, supported, BASE, BASE, BASE);
    expect(TeamKind.HEALTHY, true, BASE, BASE, BASE, BASE, BASE);
  }

  @Test
  void theRightVerdicts() {
    Map<TeamKind, VerdictCode> unlikeTheirNames =
        Map.of(
            TeamKind.PRODUCT_PARTIAL, VerdictCode.PRODUCT,
            TeamKind.PROJECT_PARTIAL, VerdictCode.PROJECT,
            TeamKind.SELF_ORGANISING, VerdictCode.NO_EXTRA_ROLE,
            TeamKind.HEALTHY, VerdictCode.NO_EXTRA_ROLE);
    assertEquals(10, TeamKind.values().length);
    for (TeamKind kind : TeamKind.values()) {
      VerdictCode right = unlikeTheirNames.get(kind);
      assertEquals(right == null ? VerdictCode.valueOf(kind.name()) : right, kind.right());
    }
  }

  @Test
  void sixKindsMissARole() {
    List<TeamKind> missing = List.of(TeamKind.values()).subList(0, 6);
    for (TeamKind kind : TeamKind.values()) {
      assertEquals(missing.contains(kind), kind.needsARole(), kind.name());
    }
  }

  private static void expect(
      TeamKind kind,
      boolean mild,
      String product,
      String lastOfProduct,
      String project,
      String lastOfProject,
      String programme) {
    List<String> found = new ArrayList<>();
    for (String side : List.of("product", "project")) {
      found.add(ranges(kind, side, false, mild));
      found.add(ranges(kind, side, true, mild));
    }
    found.add(ranges(kind, "programme", false, mild));
    assertEquals(
        List.of(product, lastOfProduct, project, lastOfProject, programme), found, kind.name());
    assertEquals(programme, ranges(kind, "programme", true, mild));
  }

  private static String ranges(TeamKind kind, String side, boolean last, boolean mild) {
    Function<Range, String> spell = r -> number(r.low()) + "-" + number(r.high());
    return spell.apply(kind.struggle(side, last, mild))
        + "/"
        + spell.apply(kind.coverage(side, last, mild));
  }

  private static String number(double value) {
    return value == 0 || value == 1
        ? Integer.toString((int) value)
        : String.format(Locale.ROOT, "%.2f", value).substring(1);
  }
}
