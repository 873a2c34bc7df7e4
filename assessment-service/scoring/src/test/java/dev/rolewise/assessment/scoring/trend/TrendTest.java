package dev.rolewise.assessment.scoring.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.TrendNoise;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final Set<String> FOUR = Set.of("P1", "P2", "P3", "P4");

  @Test
  void insideTheBandIsNoChangeAndOutsideIsOne() {
    double band = TrendNoise.band(8, 0);
    assertEquals(Direction.NONE, second(8, 0, 40, 40 + band - 0.01).direction());
    assertEquals(Direction.NONE, second(8, 0, 40, 40 - band + 0.01).direction());
    assertEquals(Direction.MORE, second(8, 0, 40, 40 + band + 0.01).direction());
    assertEquals(Direction.LESS, second(8, 0, 40, 40 - band - 0.01).direction());
  }

  @Test
  void newcomersWidenTheBand() {
    Change change = second(8, 3, 40, 48);
    assertEquals(TrendNoise.band(8, 3), change.low());
    assertEquals(change.low(), change.high());
    assertEquals(Direction.NONE, change.direction());
    assertEquals(8, change.points());
  }

  @Test
  void withoutAWordAboutNewcomersItDependsBetweenTheTwoBands() {
    double between = (TrendNoise.band(8, 0) + TrendNoise.band(8, 8)) / 2;
    Change change = second(8, null, 40, 40 + between);
    assertEquals(TrendNoise.band(8, 0), change.low());
    assertEquals(TrendNoise.band(8, 8), change.high());
    assertEquals(Direction.DEPENDS, change.direction());
    assertEquals(Direction.MORE, second(8, null, 40, 41 + change.high()).direction());
    assertEquals(Direction.NONE, second(8, null, 40, 40 + change.low() / 2).direction());
  }

  /** Ten answers from a team that had eight people: two of them must be new. */
  @Test
  void moreAnswersThanThereWerePeopleAreNewcomersWhetherToldOrNot() {
    RoundInTrend before = round("a", 8, 8, null, 40.0, FOUR);
    RoundInTrend after = round("b", 10, 10, 0, 60.0, FOUR);
    TrendPoint point = Trend.of(List.of(before, after)).get(1);
    assertEquals(TrendNoise.band(8, 2), point.changes().get(0).low());
    assertEquals(Turnover.SOME, point.turnover());
  }

  @Test
  void theFirstRoundIsComparedWithNothing() {
    TrendPoint first = Trend.of(List.of(round("a", 6, 6, 0, 40.0, FOUR))).get(0);
    assertNull(first.comparable());
    assertEquals(Turnover.FIRST, first.turnover());
    assertEquals(List.of(), first.changes());
  }

  @Test
  void aRoundThatNobodyAnsweredStaysVisibleAndIsSteppedOver() {
    RoundInTrend nobody = new RoundInTrend("b", 0, 6, 0, items(FOUR), List.of());
    List<TrendPoint> points =
        Trend.of(List.of(round("a", 6, 6, 0, 40.0, FOUR), nobody, round("c", 6, 6, 1, 70.0, FOUR)));
    assertEquals(List.of("a", "b", "c"), points.stream().map(TrendPoint::round).toList());
    assertNull(points.get(1).comparable());
    assertEquals("a", points.get(2).changes().get(0).since());
    assertEquals(TrendNoise.band(6, 1), points.get(2).changes().get(0).low());
  }

  /** Four steps of six points each are noise one by one and a change together. */
  @Test
  void whatCreepsIsSeenSinceTheFirstRound() {
    List<TrendPoint> points =
        Trend.of(
            List.of(
                round("a", 8, 8, 0, 40.0, FOUR),
                round("b", 8, 8, 0, 46.0, FOUR),
                round("c", 8, 8, 0, 52.0, FOUR)));
    assertEquals(Direction.NONE, points.get(2).changes().get(0).direction());
    assertEquals(List.of(), points.get(1).sinceFirst());
    Change creeping = points.get(2).sinceFirst().get(0);
    assertEquals("a", creeping.since());
    assertEquals(Direction.MORE, creeping.direction());
  }

  @Test
  void otherAreasOrItemsAreNotTheSameScore() {
    RoundInTrend before = round("a", 8, 8, 0, 40.0, FOUR);
    RoundInTrend fewer = round("b", 8, 8, 0, 80.0, Set.of("P1", "P2", "P3"));
    TrendPoint point = Trend.of(List.of(before, fewer)).get(1);
    assertEquals(List.of(), point.changes());
    RoleInRound asked =
        new RoleInRound(
            "product-manager", 80.0, Map.of("P1", Set.of("P1a", "P1c"), "P2", Set.of("P2a")));
    RoleInRound otherwise =
        new RoleInRound(
            "product-manager", 80.0, Map.of("P1", Set.of("P1a", "P1b"), "P2", Set.of("P2a")));
    assertFalse(asked.comparableWith(otherwise));
    assertTrue(asked.comparableWith(asked));
  }

  @Test
  void anotherQuestionnaireIsMarkedAndTheOneBeforeItIsFoundAgain() {
    Set<String> other = Set.of("Q1", "Q2", "Q3", "Q4");
    List<TrendPoint> points =
        Trend.of(
            List.of(
                round("a", 8, 8, 0, 40.0, FOUR),
                round("b", 8, 8, 0, 80.0, other),
                round("c", 8, 8, 0, 41.0, FOUR)));
    assertEquals(false, points.get(1).comparable());
    assertEquals(List.of(), points.get(1).changes());
    assertEquals(false, points.get(2).comparable());
    assertEquals("a", points.get(2).changes().get(0).since());
  }

  @Test
  void aRoleThatWasNotUsableHasNoChange() {
    TrendPoint point =
        Trend.of(List.of(round("a", 8, 8, 0, null, FOUR), round("b", 8, 8, 0, 80.0, FOUR))).get(1);
    assertEquals(List.of(), point.changes());
    assertEquals(true, point.comparable());
  }

  @Test
  void halfOfTheTeamIsMostOfIt() {
    assertEquals(Turnover.SAME, turnover(0));
    assertEquals(Turnover.SOME, turnover(3));
    assertEquals(Turnover.MOST, turnover(4));
    assertEquals(Turnover.UNKNOWN, turnover(null));
  }

  /** Telling how many are new can only settle what was open, never turn a change round. */
  @Property
  void aWordAboutNewcomersNeverContradictsWhatWasSaidWithoutIt(
      @ForAll @IntRange(min = 4, max = 60) int people,
      @ForAll @IntRange(max = 60) int fresh,
      @ForAll @DoubleRange(max = 100) double before,
      @ForAll @DoubleRange(max = 100) double after) {
    Direction open = second(people, null, before, after).direction();
    Direction told = second(people, Math.min(fresh, people), before, after).direction();
    assertTrue(open == Direction.DEPENDS || open == told, open + " " + told);
    assertTrue(told != Direction.DEPENDS);
    if (told != Direction.NONE) {
      assertEquals(after > before ? Direction.MORE : Direction.LESS, told);
    }
  }

  private static Turnover turnover(Integer newcomers) {
    return Trend.of(
            List.of(round("a", 8, 8, 0, 40.0, FOUR), round("b", 8, 8, newcomers, 40.0, FOUR)))
        .get(1)
        .turnover();
  }

  private static Change second(int people, Integer newcomers, double before, double after) {
    return Trend.of(
            List.of(
                round("a", people, people, null, before, FOUR),
                round("b", people, people, newcomers, after, FOUR)))
        .get(1)
        .changes()
        .get(0);
  }

  private static RoundInTrend round(
      String id, int answered, int size, Integer newcomers, Double struggle, Set<String> areas) {
    Map<String, Set<String>> asked =
        areas.stream()
            .collect(Collectors.toMap(a -> a, TrendTest::itemsOf, (a, b) -> a, TreeMap::new));
    return new RoundInTrend(
        id,
        answered,
        size,
        newcomers,
        items(areas),
        List.of(new RoleInRound("product-manager", struggle, asked)));
  }

  private static Set<String> items(Set<String> areas) {
    return areas.stream().flatMap(a -> itemsOf(a).stream()).collect(Collectors.toSet());
  }

  private static Set<String> itemsOf(String area) {
    return Set.of(area + "a", area + "b");
  }
}
