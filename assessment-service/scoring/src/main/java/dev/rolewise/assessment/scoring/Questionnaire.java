package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Area;
import dev.rolewise.assessment.scoring.Instrument.CoverageOption;
import dev.rolewise.assessment.scoring.Instrument.Item;
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

  int scenarios() {
    return instrument.scenarios().size();
  }

  int coverageOptions() {
    return instrument.coverageOptions().size();
  }

  /** The answer to one wording turned so that high means struggle; -1 for don't know. */
  int struggle(Sheet sheet, int area, Wording wording) {
    int item = itemOfArea[wording.ordinal()][area];
    int answer = sheet.answer(item);
    if (answer < 0) {
      return Sheet.DONT_KNOW;
    }
    return instrument.items().get(item).reversed() ? Instrument.HIGHEST_ANSWER - answer : answer;
  }

  /** Position of the coverage option chosen for an area; -1 for don't know. */
  int coverageOption(Sheet sheet, int area) {
    int value = sheet.coverage(area);
    return value < 0 ? Sheet.DONT_KNOW : optionOfValue[value];
  }

  void requireFit(Sheet sheet) {
    if (!sheet.fits(instrument.items().size(), areas(), scenarios())) {
      throw new IllegalArgumentException("a sheet has another length than the questionnaire");
    }
    for (int item = 0; item < instrument.items().size(); item++) {
      requireBetween(sheet.answer(item), Instrument.HIGHEST_ANSWER);
    }
    for (int area = 0; area < areas(); area++) {
      int value = sheet.coverage(area);
      requireBetween(value, Byte.MAX_VALUE);
      if (value >= 0 && optionOfValue[value] == UNKNOWN_OPTION) {
        throw new IllegalArgumentException("a sheet has a coverage value that is not an option");
      }
    }
    for (int scenario = 0; scenario < scenarios(); scenario++) {
      requireBetween(
          sheet.vote(scenario), instrument.scenarios().get(scenario).options().size() - 1);
    }
  }

  private static void requireBetween(int value, int highest) {
    if (value < Sheet.DONT_KNOW || value > highest) {
      throw new IllegalArgumentException("a sheet has a value outside the scale");
    }
  }
}
