package dev.rolewise.kubernetes.manifest;

/**
 * Something that a cluster would refuse, or that an operator would not sign off.
 *
 * @param rule that noticed it
 * @param where file or object
 * @param what is wrong, in a plain sentence
 */
public record Finding(String rule, String where, String what) {

  @Override
  public String toString() {
    return rule + ": " + where + " " + what;
  }
}
