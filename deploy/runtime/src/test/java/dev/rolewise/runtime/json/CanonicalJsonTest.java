package dev.rolewise.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

  /** RFC 8785, section 3.2.2 and 3.2.4. */
  @Test
  void theExampleOfTheStandard() {
    JsonObject example =
        new JsonObject(
            """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
              "literals": [null, true, false]
            }""");
    assertEquals(
        "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273"
            + "223a5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31"
            + "652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c"
            + "222f227d",
        HexFormat.of().formatHex(CanonicalJson.bytes(example)));
  }

  /** RFC 8785, section 3.2.3: keys in the order of UTF-16 code units. */
  @Test
  void keysAreSortedByCodeUnits() {
    JsonObject example =
        new JsonObject()
            .put("\u20ac", "Euro Sign")
            .put("\r", "Carriage Return")
            .put("\ufb33", "Hebrew Letter Dalet With Dagesh")
            .put("1", "One")
            .put("\ud83d\ude00", "Emoji: Grinning Face")
            .put("\u0080", "Control")
            .put("\u00f6", "Latin Small Letter O With Diaeresis");
    assertEquals(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
            + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
            + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
        text(example));
  }

  /** RFC 8785, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void numbersReadAsEcmaScriptPrintsThem(String bits, String expected) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertEquals("{\"n\":" + expected + "}", text(new JsonObject().put("n", value)));
  }

  @Test
  void wholeNumbersOfAnyTypeReadTheSame() {
    assertEquals(text(new JsonObject().put("n", 7)), text(new JsonObject().put("n", 7L)));
    assertEquals(text(new JsonObject().put("n", 7)), text(new JsonObject().put("n", 7.0)));
  }

  @Test
  void whatHasNoCanonicalFormIsRefused() {
    for (Object value :
        new Object[] {Double.NaN, Double.NEGATIVE_INFINITY, 1L << 60, "\ud800", "\udc00x"}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> CanonicalJson.bytes(new JsonObject().put("v", value)),
          () -> "accepted " + value);
    }
  }

  @Test
  void theOrderOfKeysDoesNotChangeTheHash() {
    assertEquals(
        CanonicalJson.sha256(new JsonObject("{\"a\":1,\"b\":{\"c\":[],\"d\":{}}}")),
        CanonicalJson.sha256(new JsonObject("{\"b\":{\"d\":{},\"c\":[]},\"a\":1}")));
    assertEquals(
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
        CanonicalJson.sha256(new JsonObject()));
  }

  private static String text(JsonObject value) {
    return new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
  }
}
