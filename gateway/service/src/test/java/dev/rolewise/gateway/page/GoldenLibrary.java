package dev.rolewise.gateway.page;

import dev.rolewise.content.contract.GoldenMessages;
import dev.rolewise.gateway.contract.RunningGateway;
import io.vertx.core.json.JsonObject;

/** A content service that says what is recorded. */
final class GoldenLibrary {
  private GoldenLibrary() {}

  static void behind(RunningGateway gateway, String... messages) {
    for (String name : messages) {
      JsonObject golden = GoldenMessages.message(name);
      gateway.services().reply(golden.getString("address"), golden.getJsonObject("reply"));
    }
  }

  /** What is recorded under that name, to be changed. */
  static JsonObject reply(String name) {
    return GoldenMessages.message(name).getJsonObject("reply").copy();
  }
}
