package dev.rolewise.content.contract;

import java.util.Arrays;
import java.util.List;

/** How a team can fill a role; a brief is written for one of these. */
public enum BriefVariant {
  /** Somebody joins: hired, or borrowed. */
  HIRE("hire"),
  /** Somebody in the team takes it on beside other work. */
  HAT("hat"),
  /** Somebody does it already and lacks the authority. */
  MANDATE("mandate"),
  /** A variant of a newer contract. */
  UNKNOWN("");

  private final String code;

  BriefVariant(String code) {
    this.code = code;
  }

  /** The code as it travels; empty for {@link #UNKNOWN}, which never travels. */
  public String code() {
    return code;
  }

  /** The variant by that code, {@link #UNKNOWN} when this contract does not have it. */
  public static BriefVariant of(String code) {
    return Arrays.stream(values())
        .filter(variant -> variant != UNKNOWN && variant.code.equals(code))
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** The codes of all variants. */
  public static List<String> codes() {
    return Arrays.stream(values())
        .filter(variant -> variant != UNKNOWN)
        .map(BriefVariant::code)
        .toList();
  }
}
