package dev.rolewise.assessment.scoring.trend;

/**
 * A role's struggle beside that of an earlier round.
 *
 * @param role role id
 * @param since the earlier round
 * @param points later minus earlier, -100..100
 * @param low half the width of the noise band in points if as few people as possible are new
 * @param high the same if as many as possible are; equal to {@code low} when the number is known
 * @param direction what may be said
 */
public record Change(
    String role, String since, double points, double low, double high, Direction direction) {

  static Change of(String role, String since, double points, double low, double high) {
    double distance = Math.abs(points);
    Direction direction =
        distance <= low
            ? Direction.NONE
            : distance <= high ? Direction.DEPENDS : points > 0 ? Direction.MORE : Direction.LESS;
    return new Change(role, since, points, low, high, direction);
  }
}
