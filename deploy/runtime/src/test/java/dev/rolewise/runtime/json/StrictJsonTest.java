package dev.rolewise.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rolewise.runtime.json.MalformedJson.Reason;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.JacksonCodec;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrictJsonTest {

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("", Reason.EMPTY, ""),
        Arguments.of(" \n ", Reason.EMPTY, ""),
        Arguments.of("{", Reason.SYNTAX, ""),
        Arguments.of("{\"a\":}", Reason.SYNTAX, "/a"),
        Arguments.of("{'a':1}", Reason.SYNTAX, ""),
        Arguments.of("{\"a\":1,}", Reason.SYNTAX, "/a"),
        Arguments.of("{\"a\":NaN}", Reason.SYNTAX, "/a"),
        Arguments.of("{\"a\":Infinity}", Reason.SYNTAX, "/a"),
        Arguments.of("{\"a\":01}", Reason.SYNTAX, "/a"),
        Arguments.of("{\"a\":\"\u0001\"}", Reason.SYNTAX, "/a"),
        Arguments.of("{\"a\":1 /* why */}", Reason.SYNTAX, "/a"),
        Arguments.of("{\"a\":1,\"a\":1}", Reason.DUPLICATE_KEY, "/a"),
        Arguments.of("{\"x\":{\"a/b\":1,\"\\u0061/b\":2}}", Reason.DUPLICATE_KEY, "/x/a~1b"),
        Arguments.of(
            "{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}",
            Reason.TOO_DEEP,
            "/a" + "/0".repeat(15)),
        Arguments.of("{\"a\":123456789012345678901}", Reason.NUMBER_TOO_LONG, "/a"),
        Arguments.of("{\"a\":0.1234567890123456789}", Reason.NUMBER_TOO_LONG, "/a"),
        Arguments.of("{\"a\":1e999}", Reason.NUMBER_TOO_LONG, "/a"),
        Arguments.of("{\"a\":\"" + "x".repeat(4097) + "\"}", Reason.STRING_TOO_LONG, "/a"),
        Arguments.of("{\"a\":\"" + "é".repeat(2049) + "\"}", Reason.STRING_TOO_LONG, "/a"),
        Arguments.of("{\"a\":[0,\"\\uD800\"]}", Reason.LONE_SURROGATE, "/a/1"),
        Arguments.of("{\"a\":\"\\uDC00\\uD800\"}", Reason.LONE_SURROGATE, "/a"),
        Arguments.of("{\"a\":1}x", Reason.TRAILING_BYTES, ""),
        Arguments.of("{\"a\":1}{}", Reason.TRAILING_BYTES, ""),
        Arguments.of("[]", Reason.NOT_AN_OBJECT, ""),
        Arguments.of("null", Reason.NOT_AN_OBJECT, ""),
        Arguments.of("\uFEFF{}", Reason.ENCODING, ""));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefusedWithReasonAndPlace(String text, Reason reason, String pointer) {
    MalformedJson fault =
        assertThrows(MalformedJson.class, () -> StrictJson.object(Buffer.buffer(text)));
    assertEquals(reason, fault.reason());
    assertEquals(pointer, fault.pointer());
  }

  static Stream<byte[]> otherEncodings() {
    return Stream.of(
        "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1),
        "{\"a\":\"b\"}".getBytes(StandardCharsets.UTF_16LE),
        "{\"a\":\"b\"}".getBytes(Charset.forName("UTF-32BE")),
        // a surrogate in UTF-8, an overlong slash, a character cut off
        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'},
        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'},
        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3});
  }

  @ParameterizedTest
  @MethodSource("otherEncodings")
  void onlyUtf8IsRead(byte[] bytes) {
    assertThrows(MalformedJson.class, () -> StrictJson.object(Buffer.buffer(bytes)));
  }

  @Test
  void theFaultSaysLineColumnAndByte() {
    MalformedJson fault =
        assertThrows(
            MalformedJson.class,
            () -> StrictJson.object(Buffer.buffer("{\"é\": 1,\n \"b\": [1, 2, 3\n}")));
    assertEquals(Reason.SYNTAX, fault.reason());
    assertEquals(3, fault.line());
    assertEquals(23, fault.offset(), 2);
  }

  @Test
  void everythingWithinTheLimitsIsRead() {
    String text =
        "{\"whole\":12,\"long\":12345678901,\"fraction\":1.5e3,\"text\":\"\\uD83D\\uDE00 é\","
            + "\"yes\":true,\"nothing\":null,\"list\":[1,{\"a\":[]}],\"deep\":"
            + "[".repeat(15)
            + "]".repeat(15)
            + "}\n ";
    JsonObject read = StrictJson.object(Buffer.buffer(text));
    assertEquals(12, read.getValue("whole"));
    assertEquals(12345678901L, read.getValue("long"));
    assertEquals(1500.0, read.getValue("fraction"));
    assertEquals("😀 é", read.getString("text"));
    assertEquals(new JsonObject(text), read);
  }

  @Test
  void vertxUsesItsPlainCodecAlthoughDatabindIsThere() throws Exception {
    Class.forName("com.fasterxml.jackson.databind.ObjectMapper");
    assertEquals(JacksonCodec.class, assertInstanceOf(JacksonCodec.class, Json.CODEC).getClass());
  }
}
