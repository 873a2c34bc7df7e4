package dev.rolewise.systemtest;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Two rounds with live batches, of two teams that an onlooker could take for one another. */
record Twins(Organiser one, Organiser other, String url) {
  /** So many people that two releases are enough for a verdict, and the third could still come. */
  static Twins open(Api api, String url, int k) {
    JsonObject settings = new JsonObject().put("size", 3 * k).put("k", k).put("live", "batches");
    return new Twins(
        Organiser.open(api, "Twin", settings), Organiser.open(api, "Twin", settings), url);
  }

  void each(Consumer<Organiser> does) {
    does.accept(one);
    does.accept(other);
  }

  /** One more person answers in each of the rounds. */
  void answer(List<JsonObject> sheets) {
    one.answer(sheets.get(0));
    other.answer(sheets.get(1));
  }

  /**
   * Lets people answer until so many have, and waits until the answers of all are released.
   *
   * @param sheets both sheets of a person, by place in the order of arrival
   */
  void release(int received, IntFunction<List<JsonObject>> sheets)
      throws IOException, InterruptedException {
    try (LiveStream first = LiveStream.open(url, one.round(), one.token());
        LiveStream second = LiveStream.open(url, other.round(), other.token())) {
      int before = one.state().getJsonObject("turnout").getInteger("n");
      for (int person = before; person < received - 1; person++) {
        answer(sheets.apply(person));
      }
      first.awaitTurnout(received - 1);
      second.awaitTurnout(received - 1);
      int releases = first.count("event: release");
      int others = second.count("event: release");
      answer(sheets.apply(received - 1));
      first.awaitCount("event: release", releases + 1);
      second.awaitCount("event: release", others + 1);
    }
  }
}
