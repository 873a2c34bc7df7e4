package dev.rolewise.systemtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What can be wrong with a JSON body: a value, a field, the text, the bytes. */
final class WrongBodies {

  /** Stands in the text where a value will be that no JSON object can hold. */
  private static final String HERE = "\"@here@\"";

  private WrongBodies() {}

  /** Every way, by its name. */
  static Map<String, Wrong> all() {
    Map<String, Wrong> all = new TreeMap<>();
    all.put("body: another value", (draft, random) -> draft.json(withToken(draft, random)));
    all.put(
        "body: a long number",
        (draft, random) -> place(draft, random, StrangeTokens.digits(random)));
    all.put(
        "body: a long string",
        (draft, random) ->
            place(draft, random, "\"" + "é".repeat(2_000 + random.nextInt(3_000)) + "\""));
    all.put("body: deep", (draft, random) -> place(draft, random, StrangeTokens.deep(random)));
    all.put("body: wide", (draft, random) -> place(draft, random, StrangeTokens.wide(random)));
    all.put("body: a field too many", WrongBodies::another);
    all.put("body: a field too few", WrongBodies::without);
    all.put("body: a field twice", WrongBodies::twice);
    all.put("body: more behind", (draft, random) -> append(draft, random));
    all.put("body: cut off", (draft, random) -> cut(draft, random));
    all.put("body: a byte changed", (draft, random) -> changed(draft, random));
    all.put("body: another charset", (draft, random) -> charset(draft, random));
    all.put("body: nothing", (draft, random) -> draft.body = new byte[0]);
    all.put("body: a list", (draft, random) -> draft.json("[" + draft.text() + "]"));
    all.put("body: a word", (draft, random) -> draft.json(StrangeTokens.any(random)));
    all.put("body: noise", (draft, random) -> random.nextBytes(draft.body = noise(random)));
    all.put(
        "body: large",
        (draft, random) ->
            draft.json("{\"name\":\"" + "a".repeat(60_000 + random.nextInt(20_000)) + "\"}"));
    return all;
  }

  private static byte[] noise(Random random) {
    return new byte[1 + random.nextInt(2_000)];
  }

  private static String withToken(RequestDraft draft, Random random) {
    return replaced(draft, random, StrangeTokens.any(random));
  }

  private static void place(RequestDraft draft, Random random, String token) {
    draft.json(replaced(draft, random, token));
  }

  private static void another(RequestDraft draft, Random random) {
    change(
        draft,
        random,
        object -> {
          List<String> names =
              List.of("surprise", "", "__proto__", "a".repeat(300), "token", "\u0000", "../x", "k");
          return object.put(names.get(random.nextInt(names.size())), 1);
        });
  }

  private static void without(RequestDraft draft, Random random) {
    change(
        draft,
        random,
        object -> {
          List<String> names = List.copyOf(object.fieldNames());
          if (!names.isEmpty()) {
            object.remove(names.get(random.nextInt(names.size())));
          }
          return object;
        });
  }

  private static void twice(RequestDraft draft, Random random) {
    String text = draft.text();
    int at = text.indexOf('"');
    int end = text.indexOf(':', at);
    if (at > 0 && end > at) {
      draft.json(text.substring(0, at) + text.substring(at, end) + ":null," + text.substring(at));
    } else {
      draft.json("{\"a\":1,\"a\":1}");
    }
  }

  private static void append(RequestDraft draft, Random random) {
    List<String> tails = List.of("x", "{}", "]", "\u0000", ",", "null", "\n\n//", "\ufeff", "\"");
    draft.json(draft.text() + tails.get(random.nextInt(tails.size())));
  }

  private static void cut(RequestDraft draft, Random random) {
    draft.body = Arrays.copyOf(draft.body, random.nextInt(Math.max(1, draft.body.length)));
  }

  private static void changed(RequestDraft draft, Random random) {
    for (int count = 1 + random.nextInt(3); count > 0 && draft.body.length > 0; count--) {
      draft.body[random.nextInt(draft.body.length)] = (byte) random.nextInt(256);
    }
  }

  private static void charset(RequestDraft draft, Random random) {
    List<String> names = List.of("UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1", "windows-1252");
    String name = names.get(random.nextInt(names.size()));
    draft.body = draft.text().replace("a", "é").getBytes(Charset.forName(name));
    if (random.nextBoolean()) {
      draft.without("Content-Type").header("Content-Type", "application/json; charset=" + name);
    } else if (random.nextBoolean()) {
      byte[] mark = "\ufeff".getBytes(StandardCharsets.UTF_8);
      byte[] marked = Arrays.copyOf(mark, mark.length + draft.body.length);
      System.arraycopy(draft.body, 0, marked, mark.length, draft.body.length);
      draft.body = marked;
    }
  }

  /** The text of the body with a token instead of some value, whatever the token is. */
  private static String replaced(RequestDraft draft, Random random, String token) {
    JsonObject object = parsed(draft);
    List<JsonObject> holders = new ArrayList<>();
    collect(object, holders);
    JsonObject holder = holders.get(random.nextInt(holders.size()));
    List<String> names = List.copyOf(holder.fieldNames());
    String name = names.isEmpty() ? "name" : names.get(random.nextInt(names.size()));
    if (holder.getValue(name) instanceof JsonArray list && random.nextBoolean()) {
      list.add("@here@");
    } else {
      holder.put(name, "@here@");
    }
    return object.encode().replace(HERE, token);
  }

  private static void change(
      RequestDraft draft, Random random, UnaryOperator<JsonObject> operation) {
    JsonObject object = parsed(draft);
    List<JsonObject> holders = new ArrayList<>();
    collect(object, holders);
    operation.apply(holders.get(random.nextInt(holders.size())));
    draft.json(object.encode());
  }

  /** What an earlier fault left of it, if it still is an object. */
  private static JsonObject parsed(RequestDraft draft) {
    try {
      return new JsonObject(draft.text());
    } catch (RuntimeException broken) {
      return new JsonObject().put("name", "x");
    }
  }

  private static void collect(Object node, List<JsonObject> holders) {
    if (node instanceof JsonObject object) {
      holders.add(object);
      object.forEach(field -> collect(object.getValue(field.getKey()), holders));
    }
  }
}
