package dev.rolewise.assessment.scoring.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Struggle, gap and quadrant of areas and roles, computed from the sheets each time anew, sentence
 * by sentence as the instrument describes them. A side is named by its letter: P, J or G.
 */
final class PlainScores {

  private static final Map<Integer, Fraction> COVERAGE =
      Map.of(
          1, Fraction.of(1, 1),
          2, Fraction.of(8, 10),
          3, Fraction.of(4, 10),
          4, Fraction.of(2, 10),
          5, Fraction.of(0, 1));

  private final List<PlainSheet> sheets;
  private final List<String> areas;
  private final int usability;
  private final String without;

  /**
   * @param without the id of an area that is left out, or null
   */
  PlainScores(List<PlainSheet> sheets, List<String> areas, int usability, String without) {
    this.sheets = sheets;
    this.areas = areas.stream().filter(area -> !area.equals(without)).toList();
    this.usability = usability;
    this.without = without;
  }

  Fraction struggle(String area) {
    List<Fraction> persons = new ArrayList<>();
    for (PlainSheet sheet : sheets) {
      Fraction own = struggle(sheet, area);
      if (own != null) {
        persons.add(own);
      }
    }
    return persons.size() < usability ? null : Fraction.of(25, 1).times(Mean.of(persons));
  }

  static Fraction struggle(PlainSheet sheet, String area) {
    List<Fraction> wordings = new ArrayList<>();
    for (String wording : List.of("a", "b")) {
      Integer answer = sheet.struggle().get(area + wording);
      if (answer != null) {
        wordings.add(Fraction.of(answer, 1));
      }
    }
    return wordings.isEmpty() ? null : Mean.of(wordings);
  }

  Fraction gap(String area) {
    List<Fraction> persons = new ArrayList<>();
    for (PlainSheet sheet : sheets) {
      Integer option = sheet.coverage().get(area);
      if (option != null) {
        persons.add(COVERAGE.get(option));
      }
    }
    return persons.size() < usability
        ? null
        : Fraction.of(100, 1).times(Fraction.of(1, 1).minus(Mean.of(persons)));
  }

  boolean usable(String area) {
    return struggle(area) != null && gap(area) != null;
  }

  String quadrant(String area) {
    return usable(area) ? quadrant(struggle(area), gap(area)) : null;
  }

  private static String quadrant(Fraction struggle, Fraction gap) {
    boolean s = struggle.compareTo(Fraction.of(45, 1)) >= 0;
    boolean g = gap.compareTo(Fraction.of(40, 1)) >= 0;
    if (s && g) {
      return "VACANT";
    }
    if (s) {
      return "UNSUPPORTED";
    }
    return g ? "INFORMAL" : "FINE";
  }

  List<String> areasOf(String side) {
    return areas.stream().filter(area -> area.startsWith(side)).toList();
  }

  List<String> usableAreas(String side) {
    return areasOf(side).stream().filter(this::usable).toList();
  }

  int needed(String side) {
    int needed = side.equals("G") ? 2 : 3;
    return without != null && without.startsWith(side) ? needed - 1 : needed;
  }

  boolean roleUsable(String side) {
    return usableAreas(side).size() >= needed(side);
  }

  Fraction roleStruggle(String side) {
    return roleUsable(side)
        ? Mean.of(usableAreas(side).stream().map(this::struggle).toList())
        : null;
  }

  Fraction roleGap(String side) {
    return roleUsable(side) ? Mean.of(usableAreas(side).stream().map(this::gap).toList()) : null;
  }

  String roleQuadrant(String side) {
    return roleUsable(side) ? quadrant(roleStruggle(side), roleGap(side)) : null;
  }

  /**
   * Rule and code of the first matching rule of R1 to R7, a role that is not usable counting as
   * FINE.
   */
  String[] ruling(int initiatives) {
    Map<String, String> q = new TreeMap<>();
    for (String side : List.of("P", "J", "G")) {
      String own = roleQuadrant(side);
      q.put(side, own == null ? "FINE" : own);
    }
    boolean p = q.get("P").equals("VACANT");
    boolean j = q.get("J").equals("VACANT");
    boolean g = q.get("G").equals("VACANT");
    if (p && j && g && initiatives >= 2) {
      return new String[] {"R1", "BOTH_PROGRAMME"};
    }
    if (p && j) {
      return new String[] {"R2", "BOTH"};
    }
    if (g && !p && !j && initiatives >= 2) {
      return new String[] {"R3", "PROGRAMME"};
    }
    if (p) {
      return new String[] {"R4", "PRODUCT"};
    }
    if (j) {
      return new String[] {"R5", "PROJECT"};
    }
    boolean sp = q.get("P").equals("UNSUPPORTED");
    boolean sj = q.get("J").equals("UNSUPPORTED");
    if (sp && sj) {
      return new String[] {"R6", "SUPPORT_BOTH"};
    }
    if (sp) {
      return new String[] {"R6", "SUPPORT_PRODUCT"};
    }
    if (sj) {
      return new String[] {"R6", "SUPPORT_PROJECT"};
    }
    return new String[] {"R7", "NO_EXTRA_ROLE"};
  }

  String code(int initiatives) {
    return ruling(initiatives)[1];
  }
}
