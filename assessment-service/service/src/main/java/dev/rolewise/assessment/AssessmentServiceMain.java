package dev.rolewise.assessment;

import dev.rolewise.runtime.lifecycle.ServiceMain;

/**
 * Runs the assessment service alone: {@code serve} (default), {@code migrate}, {@code
 * check-config}.
 */
public final class AssessmentServiceMain {
  private AssessmentServiceMain() {}

  /**
   * Runs a command.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    ServiceMain.main(AssessmentService.definition(), arguments);
  }
}
