package dev.rolewise.assessment.contract.round;

import dev.rolewise.assessment.contract.message.FaultCode;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.MessageReader;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * Changes what may change while a round is open.
 *
 * @param size new number of people, or null; never below what was received nor below k
 * @param deadlineGiven whether the request speaks of the deadline at all
 * @param deadline new deadline; null takes it away when {@code deadlineGiven}
 * @param newcomers new number of newcomers, or null
 */
public record UpdateRound(
    Integer size, boolean deadlineGiven, Instant deadline, Integer newcomers) {
  private static final List<String> FIXED =
      List.of("k", "live", "entry", "instrument", "memberResults", "initiatives");

  /**
   * Reads and checks the message. Whether the size is below what was received is the store's to
   * say.
   *
   * @param json {@code {token, round, size?, deadline?, newcomers?}}
   * @param largestSize configured maximum of people
   * @param now the deadline must lie after this
   * @param faults where faults go; the result is meaningless when there are any
   * @return the request
   */
  public static UpdateRound read(JsonObject json, int largestSize, Instant now, Faults faults) {
    MessageReader reader = new MessageReader(json, faults);
    FIXED.stream().filter(reader::has).forEach(field -> reader.fault(field, FaultCode.NOT_ALLOWED));
    if (reader.has("size")) {
      reader.required("size");
    }
    return new UpdateRound(
        reader.number("size", OpenRound.SMALLEST_SIZE, largestSize),
        reader.has("deadline"),
        OpenRound.readDeadline(reader, now),
        reader.number("newcomers", 0, largestSize));
  }
}
