package dev.rolewise.assessment.scoring.report;

import java.util.Locale;

/** How many of four plain checks hold: four, three, fewer. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW;

  /** The public spelling: {@code high}, {@code medium}, {@code low}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
