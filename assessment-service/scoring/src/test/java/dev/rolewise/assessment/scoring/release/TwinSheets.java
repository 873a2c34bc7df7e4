package dev.rolewise.assessment.scoring.release;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.Instrument.Wording;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.bundle.StruggleSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Sheets on which answers are replaced by other answers; nobody comes to know more or less. What
 * may be replaced follows from counting who answered, here and not by the rule that is tested.
 */
final class TwinSheets {
  private final Instrument asked;
  private final List<Columns> sheets = new ArrayList<>();
  private final Random random;
  private final boolean upwards;
  private boolean changed;

  /** A sheet that can be written on. */
  private record Columns(byte[] answers, byte[] coverage, byte[] votes) {}

  TwinSheets(Instrument asked, List<Sheet> sheets, Random random) {
    this.asked = asked;
    this.random = random;
    this.upwards = random.nextBoolean();
    for (Sheet sheet : sheets) {
      this.sheets.add(new Columns(sheet.answers(), sheet.coverage(), sheet.votes()));
    }
  }

  List<Sheet> sheets() {
    return sheets.stream().map(it -> new Sheet(it.answers, it.coverage, it.votes)).toList();
  }

  boolean changed() {
    return changed;
  }

  /**
   * Replaces what released sheets say about figures that do not take them in.
   *
   * @param shown the figures that are shown
   * @param releases how many sheets were released at each look so far
   */
  void changeWhatIsNotTold(RoundSums shown, List<Integer> releases) {
    int to = releases.get(releases.size() - 1);
    for (int area = 0; area < asked.areas().size(); area++) {
      int place = area;
      StruggleSums half = shown.areas().get(area).struggle();
      List<Integer> coverage = shown.areas().get(area).coverage();
      int raters = half == null ? 0 : half.raters();
      int rated = takenIn(raters, releases, sheet -> rates(sheet, place));
      changeAnswers(area, rated, to);
      if (half != null) {
        swapWordings(
            area, Math.max(wordings(half, area, releases), both(half, area, releases)), to);
      }
      int coverers = coverage == null ? 0 : coverage.stream().mapToInt(Integer::intValue).sum();
      changeCoverage(area, takenIn(coverers, releases, it -> it.coverage[place] >= 0), to);
    }
    int voters = shown.votes() == null ? 0 : shown.votes().voters();
    changeVotes(takenIn(voters, releases, TwinSheets::voted), to);
  }

  /** How many sheets a figure about so many people takes in; one that is not shown: none. */
  private int takenIn(int people, List<Integer> releases, Predicate<Columns> those) {
    int taken = 0;
    for (int released : releases) {
      boolean these = sheets.subList(0, released).stream().filter(those).count() == people;
      taken = people > 0 && these ? released : taken;
    }
    return taken;
  }

  private int wordings(StruggleSums half, int area, List<Integer> releases) {
    if (half.a() == null) {
      return 0;
    }
    Item a = item(area, Wording.A);
    Item b = item(area, Wording.B);
    int both = half.a().raters() * sheets.size() + half.b().raters();
    int taken = 0;
    for (int released : releases) {
      List<Columns> these = sheets.subList(0, released);
      long first = these.stream().filter(it -> answer(it, a) >= 0).count();
      long second = these.stream().filter(it -> answer(it, b) >= 0).count();
      taken = first * sheets.size() + second == both ? released : taken;
    }
    return taken;
  }

  private int both(StruggleSums half, int area, List<Integer> releases) {
    Item a = item(area, Wording.A);
    Item b = item(area, Wording.B);
    int people = half.complete() == null ? 0 : half.complete().raters();
    return takenIn(people, releases, it -> answer(it, a) >= 0 && answer(it, b) >= 0);
  }

  private void changeAnswers(int area, int from, int to) {
    for (int person = from; person < to; person++) {
      for (Wording wording : Wording.values()) {
        change(sheets.get(person).answers, place(item(area, wording)), 0, 4);
      }
    }
  }

  /** The person's struggle and all counts stay; which wording got which answer does not. */
  private void swapWordings(int area, int from, int to) {
    Item a = item(area, Wording.A);
    Item b = item(area, Wording.B);
    for (Columns sheet : sheets.subList(from, to)) {
      byte first = answer(sheet, a);
      byte second = answer(sheet, b);
      if (first >= 0 && second >= 0) {
        boolean turned = a.reversed() != b.reversed();
        sheet.answers[place(a)] = (byte) (turned ? 4 - second : second);
        sheet.answers[place(b)] = (byte) (turned ? 4 - first : first);
        changed |= first != second;
      }
    }
  }

  private void changeCoverage(int area, int from, int to) {
    for (Columns sheet : sheets.subList(from, to)) {
      change(sheet.coverage, area, 1, asked.coverageOptions().size());
    }
  }

  private void changeVotes(int from, int to) {
    for (Columns sheet : sheets.subList(from, to)) {
      for (int vote = 0; vote < sheet.votes.length; vote++) {
        change(sheet.votes, vote, 0, asked.scenarios().get(vote).options().size() - 1);
      }
    }
  }

  private void change(byte[] column, int place, int low, int high) {
    if (column[place] >= 0) {
      // the ends of the scale carry furthest
      byte other =
          (byte) (random.nextBoolean() ? towards(low, high) : random.nextInt(low, high + 1));
      changed |= other != column[place];
      column[place] = other;
    }
  }

  private int towards(int low, int high) {
    return upwards ? high : low;
  }

  private boolean rates(Columns sheet, int area) {
    return Arrays.stream(Wording.values()).anyMatch(it -> answer(sheet, item(area, it)) >= 0);
  }

  private static boolean voted(Columns sheet) {
    for (byte vote : sheet.votes) {
      if (vote >= 0) {
        return true;
      }
    }
    return false;
  }

  private byte answer(Columns sheet, Item item) {
    return sheet.answers[place(item)];
  }

  private int place(Item item) {
    return asked.items().indexOf(item);
  }

  private Item item(int area, Wording wording) {
    String id = asked.areas().get(area).id();
    return asked.items().stream()
        .filter(item -> item.area().equals(id) && item.wording() == wording)
        .findFirst()
        .orElseThrow();
  }
}
