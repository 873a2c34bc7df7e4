package dev.rolewise.assessment.scoring.report;

import java.util.Locale;

/**
 * Whether the verdict stands: leaning when one person less would change it, provisional when the
 * missing people could.
 */
public enum Firmness {
  FIRM,
  PROVISIONAL,
  LEANING;

  /** The public spelling: {@code firm}, {@code provisional}, {@code leaning}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
