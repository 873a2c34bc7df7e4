package dev.rolewise.gateway.page;

import dev.rolewise.gateway.content.DocumentAsk;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/**
 * How a page is made; or, where it depends on what is on show which documents it is made of, what
 * to look at first.
 *
 * @param key of the page: its address without the language, in the one way it is written
 * @param asks the documents that it is made of
 * @param madeUp whether readers put the question together themselves, so that there are as many
 *     such pages as anybody can think of
 * @param page makes it of these documents, in the order in which they were asked for; null where
 *     they only say how it is made
 * @param next how it is made, by what these documents say; null where they are all
 */
record Recipe(
    String key,
    List<DocumentAsk> asks,
    boolean madeUp,
    Function<List<JsonObject>, Page> page,
    Function<List<JsonObject>, Recipe> next) {
  /** Keeps its own copy. */
  Recipe {
    asks = List.copyOf(asks);
  }

  Recipe(
      String key, List<DocumentAsk> asks, boolean madeUp, Function<List<JsonObject>, Page> page) {
    this(key, asks, madeUp, page, null);
  }

  /** First these documents, which say what to read then. */
  static Recipe first(
      List<DocumentAsk> asks, boolean madeUp, Function<List<JsonObject>, Recipe> next) {
    return new Recipe("", asks, madeUp, null, next);
  }

  /** A page of the library, of which there are so many and no more. */
  static Recipe of(String key, List<DocumentAsk> asks, Function<List<JsonObject>, Page> page) {
    return new Recipe(key, asks, false, page);
  }
}
