package dev.rolewise.runtime.config;

import java.util.Objects;

/**
 * A value that must never be printed: passwords and keys. Its text form is always the same mask, so
 * a record that holds one can be logged as it is.
 */
public final class Secret {

  private static final String MASK = "*****";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * @param value the secret itself, never null
   */
  public static Secret of(String value) {
    return new Secret(Objects.requireNonNull(value, "value"));
  }

  /** The secret itself, for the one call that needs it. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return MASK;
  }
}
