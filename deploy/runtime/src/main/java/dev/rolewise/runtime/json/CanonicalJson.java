package dev.rolewise.runtime.json;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Canonical JSON (RFC 8785): one value, one spelling, so that equal documents have equal hashes.
 * Keys are sorted by UTF-16 code units, numbers written as ECMAScript does.
 */
public final class CanonicalJson {

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  /**
   * The canonical UTF-8 bytes.
   *
   * @throws IllegalArgumentException for a value that is not JSON: NaN, a lone surrogate, a whole
   *     number that a double cannot hold exactly, a type JSON does not have
   */
  public static byte[] bytes(JsonObject value) {
    CanonicalJson writer = new CanonicalJson();
    writer.write(value.getMap());
    return writer.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** SHA-256 over {@link #bytes} in lower-case hexadecimal, 64 characters. */
  public static String sha256(JsonObject value) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(value)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private void write(Object value) {
    if (value == null || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof JsonObject object) {
      members(object.getMap());
    } else if (value instanceof Map<?, ?> map) {
      members(map);
    } else if (value instanceof JsonArray array) {
      items(array.getList());
    } else if (value instanceof List<?> list) {
      items(list);
    } else if (value instanceof CharSequence text) {
      string(text);
    } else if (value instanceof Number number) {
      out.append(number(number));
    } else {
      throw new IllegalArgumentException("not a JSON value: " + value.getClass().getName());
    }
  }

  private void members(Map<?, ?> members) {
    // String's natural order is the order of UTF-16 code units
    TreeMap<String, Object> sorted = new TreeMap<>();
    members.forEach((key, value) -> sorted.put((String) key, value));
    String separator = "{";
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      out.append(separator);
      string(member.getKey());
      out.append(':');
      write(member.getValue());
      separator = ",";
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private void items(List<?> items) {
    String separator = "[";
    for (Object item : items) {
      out.append(separator);
      write(item);
      separator = ",";
    }
    out.append(items.isEmpty() ? "[]" : "]");
  }

  private void string(CharSequence text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
          } else {
            checkSurrogate(text, i);
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static void checkSurrogate(CharSequence text, int i) {
    char c = text.charAt(i);
    boolean fine =
        !Character.isSurrogate(c)
            || (Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
    if (!fine) {
      throw new IllegalArgumentException("a lone surrogate has no canonical form");
    }
  }

  private static String number(Number number) {
    if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
      return number.toString();
    }
    if (number instanceof Long || number instanceof BigInteger) {
      BigInteger exact = new BigInteger(number.toString());
      if (exact.abs().bitLength() > 53) {
        throw new IllegalArgumentException("a whole number beyond 2^53 has no canonical form");
      }
      return exact.toString();
    }
    return EcmaNumber.print(number.doubleValue());
  }
}
