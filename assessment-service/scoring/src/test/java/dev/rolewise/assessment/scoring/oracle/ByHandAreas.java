package dev.rolewise.assessment.scoring.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The slow answer to everything a report says about one area. */
final class ByHandAreas {

  private final ByHand team;

  ByHandAreas(ByHand team) {
    this.team = team;
  }

  Map<String, Object> area(String area) {
    Map<String, Object> out = new TreeMap<>();
    Fraction struggle = team.scores().struggle(area);
    Fraction gap = team.scores().gap(area);
    out.put("struggle", struggle == null ? "null" : struggle.toDouble());
    out.put("gap", gap == null ? "null" : gap.toDouble());
    out.put("quadrant", String.valueOf(team.scores().quadrant(area)));
    out.put("distribution", struggle == null ? "null" : distribution(area));
    out.put("dontKnow", struggle == null ? "null" : dontKnow(area));
    out.put("coverage", gap == null ? "null" : coverage(area));
    Fraction adMean = adMean(area);
    out.put("adMean", adMean == null ? "null" : adMean.toDouble());
    out.put("rwgjLindell", adMean == null ? "null" : lindell(area).toDouble());
    out.put("split", split(adMean, gap == null ? List.of(0, 0, 0, 0, 0) : coverage(area)));
    return out;
  }

  private List<Integer> distribution(String area) {
    List<Integer> counts = new ArrayList<>();
    for (int point = 0; point <= 4; point++) {
      int count = 0;
      for (PlainSheet sheet : team.sheets()) {
        for (String wording : List.of("a", "b")) {
          Integer answer = sheet.struggle().get(area + wording);
          count += answer != null && answer == point ? 1 : 0;
        }
      }
      counts.add(count);
    }
    return counts;
  }

  private int dontKnow(String area) {
    int answered = distribution(area).stream().mapToInt(Integer::intValue).sum();
    return 2 * team.sheets().size() - answered;
  }

  private List<Integer> coverage(String area) {
    List<Integer> counts = new ArrayList<>();
    for (int option = 1; option <= 5; option++) {
      int chosen = option;
      counts.add(
          (int)
              team.sheets().stream()
                  .filter(sheet -> sheet.coverage().getOrDefault(area, 0) == chosen)
                  .count());
    }
    return counts;
  }

  private List<PlainSheet> complete(String area) {
    return team.sheets().stream()
        .filter(s -> s.struggle().containsKey(area + "a") && s.struggle().containsKey(area + "b"))
        .toList();
  }

  private List<Fraction> answers(String item, String area) {
    return complete(area).stream().map(s -> Fraction.of(s.struggle().get(item), 1)).toList();
  }

  private Fraction adMean(String area) {
    if (complete(area).size() < team.usability()) {
      return null;
    }
    List<Fraction> items = new ArrayList<>();
    for (String wording : List.of("a", "b")) {
      List<Fraction> answers = answers(area + wording, area);
      Fraction mean = Mean.of(answers);
      items.add(Mean.of(answers.stream().map(x -> x.minus(mean).abs()).toList()));
    }
    return Mean.of(items);
  }

  private Fraction lindell(String area) {
    List<Fraction> variances = new ArrayList<>();
    for (String wording : List.of("a", "b")) {
      List<Fraction> answers = answers(area + wording, area);
      Fraction mean = Mean.of(answers);
      Fraction squares =
          answers.stream()
              .map(x -> x.minus(mean).times(x.minus(mean)))
              .reduce(Fraction.ZERO, Fraction::plus);
      variances.add(squares.times(Fraction.of(1, answers.size() - 1)));
    }
    return Fraction.of(1, 1).minus(Mean.of(variances).times(Fraction.of(1, 2)));
  }

  private static boolean split(Fraction adMean, List<Integer> coverage) {
    boolean items = adMean != null && adMean.compareTo(Fraction.of(5, 6)) > 0;
    boolean owners =
        coverage.get(0) + coverage.get(1) >= 2 && coverage.get(3) + coverage.get(4) >= 2;
    return items || owners;
  }
}
