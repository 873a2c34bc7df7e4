package dev.rolewise.assessment.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One version of the role-gap instrument as far as scoring needs it: structure and numbers, no
 * texts. Immutable; a structure that does not hang together is refused on construction with {@link
 * IllegalArgumentException}.
 *
 * @param id instrument id, such as {@code role-gap-scan}
 * @param version version of the instrument
 * @param hash SHA-256 of the published document, hexadecimal
 * @param sides the sides that are judged, in the order of the report
 * @param areas the responsibilities, each on one side, in the order of the report
 * @param items the rated items in order of presentation; each area has one item of either wording
 * @param coverageOptions the answers to "who takes care of this today", best covered first
 * @param scenarios the forced choices
 * @param parameters gates and limits of this version
 */
public record Instrument(
    String id,
    int version,
    String hash,
    List<Side> sides,
    List<Area> areas,
    List<Item> items,
    List<CoverageOption> coverageOptions,
    List<Scenario> scenarios,
    Parameters parameters) {

  /** Lowest and highest answer to an item: how often something happened, never to almost always. */
  public static final int LOWEST_ANSWER = 0;

  public static final int HIGHEST_ANSWER = 4;

  /**
   * @param id side id: {@code product}, {@code project} or {@code programme}
   * @param role id of the role that takes care of this side
   * @param option id of the scenario option that points at this side
   * @param minimumAreas how many usable areas the role needs before it is judged
   * @param minimumInitiatives the side is asked only when the team has at least this many connected
   *     initiatives
   */
  public record Side(
      String id, String role, String option, int minimumAreas, int minimumInitiatives) {}

  /** A responsibility and the side it belongs to. */
  public record Area(String id, String side) {}

  /** The two wordings of an area: {@code a} describes the problem, {@code b} its opposite. */
  public enum Wording {
    A,
    B
  }

  /** A rated item; the answer x of a reversed item counts as 4 - x. */
  public record Item(String id, String area, Wording wording, boolean reversed) {}

  /**
   * @param value the number on the sheet
   * @param creditPercent how far the responsibility is taken care of, 0..100
   * @param form the form of help this answer asks for ({@code MANDATE}, {@code HOURS}, {@code
   *     HIRE}) or null
   */
  public record CoverageOption(int value, int creditPercent, String form) {}

  /** A forced choice; a sheet holds the position of the chosen option. */
  public record Scenario(String id, List<Option> options) {
    public Scenario {
      options = List.copyOf(options);
    }
  }

  /** One choice of a scenario; side is null for "none of these". */
  public record Option(String id, String side) {}

  /**
   * @param struggleGate a struggle of at least this is high, 0..100
   * @param gapGate a gap of at least this is high, 0..100
   * @param minimumTurnoutPercent the released share of the team below which there is no verdict,
   *     0..100
   * @param twoHatsMaximumSize largest team in which one person may be advised to wear both hats
   * @param hats forms of help that fit when nothing but the named areas is vacant
   */
  public record Parameters(
      int struggleGate,
      int gapGate,
      int minimumTurnoutPercent,
      int twoHatsMaximumSize,
      List<Hat> hats) {
    public Parameters {
      hats = List.copyOf(hats);
      requirePercent("struggleGate", struggleGate);
      requirePercent("gapGate", gapGate);
      requirePercent("minimumTurnoutPercent", minimumTurnoutPercent);
    }
  }

  /** A form of help that fits when the vacant areas are all among these. */
  public record Hat(String code, List<String> areas) {
    public Hat {
      areas = List.copyOf(areas);
    }
  }

  public Instrument {
    sides = List.copyOf(sides);
    areas = List.copyOf(areas);
    items = List.copyOf(items);
    coverageOptions = List.copyOf(coverageOptions);
    scenarios = List.copyOf(scenarios);
    requireReferences(sides, areas, items, scenarios, parameters);
    requireBothWordings(areas, items);
    requireOptions(coverageOptions);
  }

  /**
   * The instrument as a team with this many connected initiatives meets it: sides that need more
   * are gone, and with them their areas, items and scenario options. Sheets are stored in the order
   * of this reduced instrument.
   *
   * @param initiatives number of connected initiatives, 1 or more
   */
  public Instrument forInitiatives(int initiatives) {
    if (sides.stream().allMatch(side -> side.minimumInitiatives() <= initiatives)) {
      return this;
    }
    List<Side> keptSides =
        sides.stream().filter(side -> side.minimumInitiatives() <= initiatives).toList();
    Set<String> sideIds = keptSides.stream().map(Side::id).collect(Collectors.toSet());
    List<Area> keptAreas = areas.stream().filter(area -> sideIds.contains(area.side())).toList();
    Set<String> areaIds = keptAreas.stream().map(Area::id).collect(Collectors.toSet());
    List<Item> keptItems = items.stream().filter(item -> areaIds.contains(item.area())).toList();
    List<Scenario> keptScenarios =
        scenarios.stream()
            .map(
                scenario ->
                    new Scenario(
                        scenario.id(),
                        scenario.options().stream()
                            .filter(o -> o.side() == null || sideIds.contains(o.side()))
                            .toList()))
            .toList();
    List<Hat> keptHats =
        parameters.hats().stream()
            .map(
                hat -> new Hat(hat.code(), hat.areas().stream().filter(areaIds::contains).toList()))
            .filter(hat -> !hat.areas().isEmpty())
            .toList();
    return new Instrument(
        id,
        version,
        hash,
        keptSides,
        keptAreas,
        keptItems,
        coverageOptions,
        keptScenarios,
        new Parameters(
            parameters.struggleGate(),
            parameters.gapGate(),
            parameters.minimumTurnoutPercent(),
            parameters.twoHatsMaximumSize(),
            keptHats));
  }

  private static void requireReferences(
      List<Side> sides,
      List<Area> areas,
      List<Item> items,
      List<Scenario> scenarios,
      Parameters parameters) {
    Set<String> sideIds = new HashSet<>();
    sides.forEach(side -> require(sideIds.add(side.id()), "side twice: " + side.id()));
    Set<String> areaIds = new HashSet<>();
    for (Area area : areas) {
      require(areaIds.add(area.id()), "area twice: " + area.id());
      require(
          sideIds.contains(area.side()), "area " + area.id() + " on unknown side " + area.side());
    }
    items.forEach(
        item ->
            require(
                areaIds.contains(item.area()),
                "item " + item.id() + " of unknown area " + item.area()));
    for (Scenario scenario : scenarios) {
      for (Option option : scenario.options()) {
        require(
            option.side() == null || sideIds.contains(option.side()),
            "scenario " + scenario.id() + " points at unknown side " + option.side());
      }
    }
    for (Hat hat : parameters.hats()) {
      require(areaIds.containsAll(hat.areas()), "hat " + hat.code() + " names an unknown area");
    }
  }

  private static void requireBothWordings(List<Area> areas, List<Item> items) {
    for (Area area : areas) {
      for (Wording wording : Wording.values()) {
        long count =
            items.stream()
                .filter(item -> item.area().equals(area.id()) && item.wording() == wording)
                .count();
        require(count == 1, "area " + area.id() + " needs one item of wording " + wording);
      }
    }
  }

  private static void requireOptions(List<CoverageOption> options) {
    Set<Integer> values = new HashSet<>();
    for (CoverageOption option : options) {
      require(values.add(option.value()), "coverage value twice: " + option.value());
      require(
          option.value() >= 1 && option.value() <= Byte.MAX_VALUE, "coverage value out of range");
      requirePercent("creditPercent", option.creditPercent());
    }
  }

  private static void requirePercent(String name, int value) {
    require(value >= 0 && value <= 100, name + " must be 0..100, is " + value);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
