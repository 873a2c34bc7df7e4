package dev.rolewise.systemtest;

import java.util.List;
import java.util.Random;

/** What may stand in JSON where a value belongs, most of it wrong. */
final class StrangeTokens {

  private static final List<String> SINGLE =
      """
      null
      true
      0
      -1
      1.5
      1e2
      -0
      1e999
      -1e-999
      0x10
      01
      +1
      .5
      1.
      NaN
      Infinity
      -Infinity
      undefined
      'x'
      x

      12345678901234567890
      123456789012345678901234567890
      -99999999999999999999.5
      9223372036854775808
      2147483648
      0.1000000000000000055511151231257827
      []
      {}
      [[]]
      [{}]
      {"":{}}
      [1,]
      [,1]
      {"a":1,}
      ""
      " "
      "\\u0000"
      "\\ud800"
      "\\udc00\\ud800"
      "\\ud83d\\ude00"
      "\\u202e"
      "\\x41"
      "\\u12"
      "\t"
      "unterminated
      "<script>alert(1)</script>"
      "' or 1=1 --"
      "$1"
      "${jndi:ldap://127.0.0.1/x}"
      "=1+1"
      /* */ 1
      """
          .lines()
          .toList();

  private StrangeTokens() {}

  static String any(Random random) {
    return SINGLE.get(random.nextInt(SINGLE.size()));
  }

  static String digits(Random random) {
    StringBuilder digits = new StringBuilder(random.nextBoolean() ? "-" : "");
    for (int count = 20 + random.nextInt(400); count > 0; count--) {
      digits.append((char) ('1' + random.nextInt(9)));
    }
    return switch (random.nextInt(3)) {
      case 0 -> digits.toString();
      case 1 -> digits + "e" + random.nextInt(2_000_000_000);
      default -> "0." + digits.toString().replace("-", "");
    };
  }

  /** As deep as is allowed, a little more, or as deep as fits; not always closed again. */
  static String deep(Random random) {
    int depth = random.nextBoolean() ? 14 + random.nextInt(6) : 1 + random.nextInt(15_000);
    boolean lists = random.nextBoolean();
    String in = (lists ? "[" : "{\"a\":").repeat(depth);
    return in + "1" + (random.nextInt(4) == 0 ? "" : (lists ? "]" : "}").repeat(depth));
  }

  static String wide(Random random) {
    StringBuilder wide = new StringBuilder("{\"a\":0");
    for (int field = 0; field < 500 + random.nextInt(3_000); field++) {
      wide.append(",\"f").append(field).append("\":").append(field % 5);
    }
    return wide.append('}').toString();
  }
}
