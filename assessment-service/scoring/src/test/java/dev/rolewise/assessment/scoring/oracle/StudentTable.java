package dev.rolewise.assessment.scoring.oracle;

/**
 * The .975 points of Student's t as printed in the tables of any textbook, by degrees of freedom.
 */
final class StudentTable {

  static final double[] T975 = {
    Double.NaN, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228
  };

  private StudentTable() {}
}
