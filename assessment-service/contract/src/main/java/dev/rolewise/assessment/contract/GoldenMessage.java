package dev.rolewise.assessment.contract;

import dev.rolewise.assessment.contract.message.Fault;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One recorded exchange that both sides of the bus are held to. Secrets, ids and hashes in it are
 * examples; the shape is the promise.
 *
 * @param name what the exchange shows
 * @param address the request's address, or the hint's
 * @param request the message sent
 * @param reply the answer, null for hints, failures and Buffer replies
 * @param failure the code it fails with, null when it succeeds
 * @param faults the faults of an {@link ErrorCode#INVALID_VALUES} failure
 */
public record GoldenMessage(
    String name,
    String address,
    JsonObject request,
    JsonObject reply,
    ErrorCode failure,
    List<Fault> faults) {

  /**
   * Reads every recorded exchange.
   *
   * @return the exchanges in the order of the file
   * @throws IllegalStateException when the resource is not in the jar
   */
  public static List<GoldenMessage> all() {
    try (InputStream in = GoldenMessage.class.getResourceAsStream("golden/messages.json")) {
      return read(in);
    } catch (IOException e) {
      throw new IllegalStateException("golden/messages.json cannot be read", e);
    }
  }

  /**
   * Reads exchanges from elsewhere, such as those of an earlier release.
   *
   * @param in a JSON array of exchanges; stays open
   * @return the exchanges in their order
   * @throws IOException when it cannot be read
   */
  public static List<GoldenMessage> read(InputStream in) throws IOException {
    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    return new JsonArray(text)
        .stream().map(JsonObject.class::cast).map(GoldenMessage::fromJson).toList();
  }

  private static GoldenMessage fromJson(JsonObject json) {
    String failure = json.getString("failure");
    return new GoldenMessage(
        json.getString("name"),
        json.getString("address"),
        json.getJsonObject("request"),
        json.getJsonObject("reply"),
        failure == null ? null : ErrorCode.of(failure),
        json.getJsonArray("faults", new JsonArray()).stream()
            .map(fault -> Fault.fromJson((JsonObject) fault))
            .toList());
  }
}
