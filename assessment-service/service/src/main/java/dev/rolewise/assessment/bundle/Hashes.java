package dev.rolewise.assessment.bundle;

import java.util.regex.Pattern;

/** SHA-256 in hexadecimal. */
final class Hashes {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private Hashes() {}

  static String read(BundleNode node) {
    if (node.value() instanceof String text && SHA_256.matcher(text).matches()) {
      return text;
    }
    throw node.fault("must be 64 hexadecimal digits");
  }
}
