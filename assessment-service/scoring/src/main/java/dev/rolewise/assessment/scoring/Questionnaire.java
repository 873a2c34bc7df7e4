package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Area;
import dev.rolewise.assessment.scoring.Instrument.CoverageOption;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.Instrument.Scenario;
import dev.rolewise.assessment.scoring.Instrument.Side;
import dev.rolewise.assessment.scoring.Instrument.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The instrument as one round meets it, indexed for reading sheets column by column. */
final class Questionnaire {

  private static final int UNKNOWN_OPTION = -1;

  private final Instrument instrument;
  private final int[][] sideAreas;
  private final int[] sideOfArea;
  private final int[][] itemOfArea;
  private final int[] optionOfValue;
  private final int highestCoverageValue;
  private final int[] credits;
  private final int[][] sideOfOption;

  Questionnaire(Instrument instrument) {
    this.instrument = instrument;
    List<String> sideIds = instrument.sides().stream().map(Side::id).toList();
    List<Area> areas = instrument.areas();
    sideOfArea = areas.stream().mapToInt(area -> sideIds.indexOf(area.side())).toArray();
    sideAreas =
        IntStream.range(0, sideIds.size())
            .mapToObj(
                side ->
                    IntStream.range(0, areas.size()).filter(a -> sideOfArea[a] == side).toArray())
            .toArray(int[][]::new);
    itemOfArea = new int[Wording.values().length][areas.size()];
    List<String> areaIds = areas.stream().map(Area::id).toList();
    for (int item = 0; item < instrument.items().size(); item++) {
      Item question = instrument.items().get(item);
      itemOfArea[question.wording().ordinal()][areaIds.indexOf(question.area())] = item;
    }
    optionOfValue = new int[Byte.MAX_VALUE + 1];
    Arrays.fill(optionOfValue, UNKNOWN_OPTION);
    List<CoverageOption> options = instrument.coverageOptions();
    for (int option = 0; option < options.size(); option++) {
      optionOfValue[options.get(option).value()] = option;
    }
    highestCoverageValue = options.stream().mapToInt(CoverageOption::value).max().orElse(0);
    credits = options.stream().mapToInt(CoverageOption::creditPercent).toArray();
    sideOfOption =
        instrument.scenarios().stream()
            .map(scenario -> sidesOfOptions(scenario, sideIds))
            .toArray(int[][]::new);
  }

  private static int[] sidesOfOptions(Scenario scenario, List<String> sideIds) {
    return scenario.options().stream()
        .mapToInt(o -> o.side() == null ? sideIds.size() : sideIds.indexOf(o.side()))
        .toArray();
  }

  Instrument instrument() {
    return instrument;
  }

  int sides() {
    return sideAreas.length;
  }

  Side side(int side) {
    return instrument.sides().get(side);
  }

  /** Position of a side by id, or -1 when this questionnaire does not have it. */
  int sideIndex(String id) {
    return IntStream.range(0, sides()).filter(s -> side(s).id().equals(id)).findFirst().orElse(-1);
  }

  int[] areasOfSide(int side) {
    return sideAreas[side];
  }

  int areas() {
    return sideOfArea.length;
  }

  Area area(int area) {
    return instrument.areas().get(area);
  }

  Side sideOfArea(int area) {
    return side(sideOfArea[area]);
  }

  int sideIndexOfArea(int area) {
    return sideOfArea[area];
  }

  int scenarios() {
    return instrument.scenarios().size();
  }

  int coverageOptions() {
    return instrument.coverageOptions().size();
  }

  /** The item that asks about an area in one wording. */
  int item(int area, Wording wording) {
    return itemOfArea[wording.ordinal()][area];
  }

  boolean reversed(int item) {
    return instrument.items().get(item).reversed();
  }

  /** The credit of each coverage option, 0..100. */
  int[] credits() {
    return credits;
  }

  /** The highest value among the coverage options. */
  int highestCoverageValue() {
    return highestCoverageValue;
  }

  /** Position of a coverage option by its value, or -1 for a value that is not an option. */
  int optionOfValue(int value) {
    return optionOfValue[value];
  }

  /** The side that a scenario's option points at; {@link #sides()} for "none of these". */
  int sideOfOption(int scenario, int option) {
    return sideOfOption[scenario][option];
  }

  int options(int scenario) {
    return sideOfOption[scenario].length;
  }
}
