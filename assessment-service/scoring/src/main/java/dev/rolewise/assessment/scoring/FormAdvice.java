package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.CoverageOption;
import dev.rolewise.assessment.scoring.Instrument.Hat;
import dev.rolewise.assessment.scoring.report.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which form the help could take: what people say about coverage, and hats that are enough. */
final class FormAdvice {

  private final Assessment assessment;
  private final TeamFigures figures;
  private final Instrument instrument;

  FormAdvice(Assessment assessment, TeamFigures figures) {
    this.assessment = assessment;
    this.figures = figures;
    this.instrument = assessment.questionnaire().instrument();
  }

  List<String> forms(boolean twoHats) {
    List<String> forms = new ArrayList<>(mostNamed());
    forms.addAll(hats());
    if (twoHats) {
      forms.add(Verdict.TWO_HATS);
    }
    return forms;
  }

  /**
   * The form that most coverage answers ask for, over the vacant areas of all vacant roles; ties
   * list all, in the order of the options.
   */
  private List<String> mostNamed() {
    Map<String, Integer> votes = new LinkedHashMap<>();
    List<CoverageOption> options = instrument.coverageOptions();
    for (int option = 0; option < options.size(); option++) {
      if (options.get(option).form() != null) {
        votes.merge(options.get(option).form(), votesFor(option), Integer::sum);
      }
    }
    int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return votes.keySet().stream().filter(form -> most > 0 && votes.get(form) == most).toList();
  }

  private int votesFor(int option) {
    int votes = 0;
    for (int side : assessment.vacantSides()) {
      for (int area : assessment.vacantAreas(side)) {
        votes += figures.tally(area).coverage()[option];
      }
    }
    return votes;
  }

  /** Hats that are enough: something is vacant, and nothing outside the areas of the hat. */
  private List<String> hats() {
    List<String> vacant =
        assessment.vacantAreas().stream()
            .map(area -> assessment.questionnaire().area(area).id())
            .toList();
    if (vacant.isEmpty()) {
      return List.of();
    }
    return instrument.parameters().hats().stream()
        .filter(hat -> hat.areas().containsAll(vacant))
        .map(Hat::code)
        .toList();
  }
}
