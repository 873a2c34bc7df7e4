package dev.rolewise.assessment.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CrockfordCodeTest {
  @Property(tries = 300)
  void aCodeSurvivesPaperAndTelephone(@ForAll @Size(16) byte[] bytes) {
    String code = CrockfordCode.encode(bytes);
    assertTrue(code.matches("[0-9A-HJKMNP-TV-Z]{26}"), code);
    String typed =
        " "
            + code.toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l').substring(0, 13)
            + "-"
            + code.substring(13)
            + "\n";
    assertEquals(Optional.of(code), CrockfordCode.normalise(typed));
  }

  @Test
  void otherTextsAreNoCodes() {
    for (String text :
        new String[] {
          null,
          "",
          "A",
          "U".repeat(26),
          "0".repeat(27),
          "0".repeat(25),
          "é".repeat(26),
          "0".repeat(100_000)
        }) {
      assertEquals(Optional.empty(), CrockfordCode.normalise(text));
    }
  }

  @Test
  void zeroAndAllOnesHaveTheirOwnCodes() {
    byte[] ones = new byte[16];
    Arrays.fill(ones, (byte) 0xff);
    assertEquals("0".repeat(26), CrockfordCode.encode(new byte[16]));
    assertEquals("7" + "Z".repeat(25), CrockfordCode.encode(ones));
  }

  @Test
  void secretsDoNotRepeatAndHaveTheirLength() {
    Secrets secrets = new Secrets();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      assertTrue(seen.add(secrets.token()));
      assertTrue(seen.add(secrets.code()));
    }
    assertEquals(43, secrets.token().length());
  }
}
