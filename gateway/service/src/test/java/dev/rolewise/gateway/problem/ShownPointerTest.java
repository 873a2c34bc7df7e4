package dev.rolewise.gateway.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownPointerTest {
  private static final Pattern PROPERTY =
      Pattern.compile("(?m)^\\s+([A-Za-z][A-Za-z0-9]*): *(\\{|$)");

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "/, /",
    "/answers/P1a, /answers/P1a",
    "/a~1b/0, /a~1b/0",
    "/aaaaaaaaaaaaaaaaaaaaaaaaa, /aaaaaaaaaaaaaaaaaaaaaaaaa",
    "/aaaaaaaaaaaaaaaaaaaaaaaaaa, /(long-name)",
    "/comments/ABCDE-FGHJK-MNPQR-STVWX-YZ0123/x, /comments/(long-name)/x"
  })
  void namesLongerThanOursAreNotRepeated(String pointer, String shown) {
    assertEquals(shown, ShownPointer.of(pointer));
  }

  /** Otherwise a fault in one of our own fields would point nowhere. */
  @Test
  void everyNameOfTheContractFits() throws Exception {
    String contract =
        Buffer.buffer(getClass().getResourceAsStream("/openapi/rolewise.yaml").readAllBytes())
            .toString(StandardCharsets.UTF_8);
    String schemas = contract.substring(contract.indexOf("\n  schemas:"));
    var names = PROPERTY.matcher(schemas).results().map(it -> it.group(1)).toList();
    assertTrue(names.contains("memberResults"), "no field found in the contract");
    names.forEach(
        name -> assertTrue(name.length() <= ShownPointer.LONGEST_NAME, name + " is too long"));
  }
}
