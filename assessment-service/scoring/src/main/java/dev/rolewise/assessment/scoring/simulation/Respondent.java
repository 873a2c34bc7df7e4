package dev.rolewise.assessment.scoring.simulation;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Area;
import dev.rolewise.assessment.scoring.Instrument.CoverageOption;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.Instrument.Option;
import dev.rolewise.assessment.scoring.Instrument.Side;
import dev.rolewise.assessment.scoring.Sheet;
import java.util.ArrayList;
import java.util.List;

/**
 * One person who answers by the {@link AnswerModel}. What is drawn once stays with the person
 * (mood, view of each area, acquiescence); every {@link #sheet} draws the rest afresh, so the same
 * person can answer a second round.
 *
 * <p>Votes are a model of their own, as nothing is known about them: a scenario brings each side to
 * mind with the mean of what the person feels about its areas + N(0, .15); the highest gets the
 * vote when it reaches the struggle gate, else "none of these".
 */
final class Respondent {

  private final Instrument instrument;
  private final AnswerModel model;
  private final double[] coverage;
  private final double[] felt;
  private final double acquiescence;

  private Respondent(
      Instrument instrument,
      AnswerModel model,
      double[] coverage,
      double[] felt,
      double acquiescence) {
    this.instrument = instrument;
    this.model = model;
    this.coverage = coverage;
    this.felt = felt;
    this.acquiescence = acquiescence;
  }

  /**
   * @param state as the team sees it
   */
  static Respondent draw(Instrument instrument, AnswerModel model, TrueState state, Draws draws) {
    double mood = draws.normal(0, AnswerModel.MOOD);
    double acquiescence = draws.normal(model.acquiescence(), AnswerModel.ACQUIESCENCE_DEVIATION);
    double[] felt = state.struggle().clone();
    for (int area = 0; area < felt.length; area++) {
      felt[area] += mood + draws.normal(0, AnswerModel.VIEW);
    }
    return new Respondent(instrument, model, state.coverage(), felt, acquiescence);
  }

  Sheet sheet(Draws draws) {
    return new Sheet(answers(draws), coverage(draws), votes(draws));
  }

  private byte[] answers(Draws draws) {
    List<Item> items = instrument.items();
    byte[] answers = new byte[items.size()];
    for (int index = 0; index < answers.length; index++) {
      Item item = items.get(index);
      double t = felt[areaIndex(item.area())];
      double level = item.reversed() ? 1 - t : t;
      double noisy = level + acquiescence + draws.normal(0, AnswerModel.ITEM_NOISE);
      long answer = Math.round(Instrument.HIGHEST_ANSWER * noisy);
      answers[index] = known(model.dontKnow(), cut(answer), draws);
    }
    return answers;
  }

  private byte[] coverage(Draws draws) {
    byte[] options = new byte[coverage.length];
    for (int area = 0; area < options.length; area++) {
      double rated = coverage[area] + draws.normal(0, AnswerModel.COVERAGE_NOISE);
      options[area] = known(model.coverageDontKnow(), nearest(rated), draws);
    }
    return options;
  }

  private byte[] votes(Draws draws) {
    byte[] votes = new byte[instrument.scenarios().size()];
    double[] trouble = trouble();
    for (int scenario = 0; scenario < votes.length; scenario++) {
      double most = instrument.parameters().struggleGate() / 100.0;
      String worst = null;
      for (int side = 0; side < trouble.length; side++) {
        double now = trouble[side] + draws.normal(0, AnswerModel.ITEM_NOISE);
        if (now >= most) {
          most = now;
          worst = instrument.sides().get(side).id();
        }
      }
      votes[scenario] = known(model.dontKnow(), option(scenario, worst), draws);
    }
    return votes;
  }

  /** What the person feels about each side: the mean over its areas. */
  private double[] trouble() {
    List<Side> sides = instrument.sides();
    double[] trouble = new double[sides.size()];
    for (int side = 0; side < trouble.length; side++) {
      double sum = 0;
      int areas = 0;
      for (int area = 0; area < felt.length; area++) {
        if (instrument.areas().get(area).side().equals(sides.get(side).id())) {
          sum += felt[area];
          areas++;
        }
      }
      trouble[side] = sum / areas;
    }
    return trouble;
  }

  private int option(int scenario, String side) {
    List<String> sides = new ArrayList<>();
    for (Option option : instrument.scenarios().get(scenario).options()) {
      sides.add(option.side());
    }
    return sides.indexOf(side);
  }

  private int areaIndex(String id) {
    List<Area> areas = instrument.areas();
    int index = 0;
    while (!areas.get(index).id().equals(id)) {
      index++;
    }
    return index;
  }

  private int nearest(double rated) {
    CoverageOption nearest = null;
    double distance = Double.POSITIVE_INFINITY;
    for (CoverageOption option : instrument.coverageOptions()) {
      double away = Math.abs(option.creditPercent() / 100.0 - rated);
      if (away < distance) {
        distance = away;
        nearest = option;
      }
    }
    return nearest.value();
  }

  private static byte known(double dontKnow, int answer, Draws draws) {
    return draws.happens(dontKnow) ? Sheet.DONT_KNOW : (byte) answer;
  }

  private static int cut(long answer) {
    return (int) Math.max(Instrument.LOWEST_ANSWER, Math.min(Instrument.HIGHEST_ANSWER, answer));
  }
}
