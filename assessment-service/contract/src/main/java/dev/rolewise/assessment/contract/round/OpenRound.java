package dev.rolewise.assessment.contract.round;

import dev.rolewise.assessment.contract.message.FaultCode;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.MessageReader;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Set;

/**
 * Opens a round for the token's team; everything but size and deadline is fixed from here on.
 *
 * @param instrument id of the instrument
 * @param size people announced, 4 to the configured maximum
 * @param k fewest sheets behind any number, 3 to size
 * @param deadline when the round closes by itself, or null
 * @param entry "open": members draw tickets; "tickets": codes are handed out; "signed-in": members
 *     draw one ticket for each identity of the issuer
 * @param live "turnout": only the count while open; "batches": values too, from 7 people on
 * @param memberResults "after-close" or "none"
 * @param newcomers people who were not there in the round before, 0 to size, or null
 */
public record OpenRound(
    String instrument,
    int size,
    int k,
    Instant deadline,
    String entry,
    String live,
    String memberResults,
    Integer newcomers) {
  /** Fewest people of a round: with three or fewer anonymity does not work. */
  public static final int SMALLEST_SIZE = 4;

  /** Fewest people of a round that shows values in batches while it is open. */
  public static final int SMALLEST_SIZE_FOR_BATCHES = 7;

  /** Fewest sheets behind any number. */
  public static final int SMALLEST_K = 3;

  /** The k of a round that does not choose. */
  public static final int DEFAULT_K = 4;

  /**
   * Maps to the wire, without the token.
   *
   * @return the fields that are set
   */
  public JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put("instrument", instrument)
            .put("size", size)
            .put("k", k)
            .put("entry", entry)
            .put("live", live)
            .put("memberResults", memberResults);
    if (deadline != null) {
      json.put("deadline", deadline.toString());
    }
    return newcomers == null ? json : json.put("newcomers", newcomers);
  }

  /**
   * Reads and checks the message.
   *
   * @param json {@code {token, instrument, size, k?, deadline?, entry?, live?, memberResults?,
   *     newcomers?}}
   * @param largestSize configured maximum of people
   * @param now the deadline must lie after this
   * @param faults where faults go; the result is meaningless when there are any
   * @return the request
   */
  public static OpenRound read(JsonObject json, int largestSize, Instant now, Faults faults) {
    MessageReader reader = new MessageReader(json, faults);
    reader.required("instrument");
    String instrument = reader.word("instrument", 64);
    reader.required("size");
    Integer size = reader.number("size", SMALLEST_SIZE, largestSize);
    int people = size == null ? largestSize : size;
    Integer k = reader.number("k", SMALLEST_K, people);
    Instant deadline = readDeadline(reader, now);
    String entry = reader.oneOf("entry", Set.of("open", "tickets", "signed-in"));
    String live = reader.oneOf("live", Set.of("turnout", "batches"));
    if ("batches".equals(live) && people < SMALLEST_SIZE_FOR_BATCHES) {
      reader.fault("live", FaultCode.NOT_ALLOWED);
    }
    String memberResults = reader.oneOf("memberResults", Set.of("after-close", "none"));
    Integer newcomers = reader.number("newcomers", 0, people);
    return new OpenRound(
        instrument,
        people,
        k == null ? DEFAULT_K : k,
        deadline,
        entry == null ? "open" : entry,
        live == null ? "turnout" : live,
        memberResults == null ? "after-close" : memberResults,
        newcomers);
  }

  static Instant readDeadline(MessageReader reader, Instant now) {
    Instant deadline = reader.moment("deadline");
    if (deadline != null && !deadline.isAfter(now)) {
      reader.fault("deadline", FaultCode.OUT_OF_RANGE);
      return null;
    }
    return deadline;
  }
}
