package dev.rolewise.bench;

/**
 * One line of the table.
 *
 * @param goal such as P9
 * @param what is measured
 * @param yardstick what it is measured against
 * @param measured the figure, with its spread
 * @param value the figure that is compared; smaller is better
 * @param floor what must be reached
 * @param aim what should be reached
 */
record Row(
    String goal,
    String what,
    String yardstick,
    String measured,
    double value,
    double floor,
    double aim) {

  String verdict() {
    if (value <= aim) {
      return "aim met";
    }
    return value <= floor ? "floor met" : "MISSED";
  }
}
