package dev.rolewise.assessment.share;

import dev.rolewise.assessment.access.Secrets;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.share.CreateShare;
import dev.rolewise.assessment.contract.share.ShareCreated;
import dev.rolewise.assessment.round.RoundAccess;
import dev.rolewise.assessment.round.StoredRound;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Makes a link that reads the report of a round, once it is closed. */
public final class CreateShareOperation {
  private final RoundAccess access;
  private final Secrets secrets;
  private final Clock clock;

  /**
   * Wires the operation.
   *
   * @param access who may
   * @param secrets makes the token
   * @param clock how long it lives
   */
  public CreateShareOperation(RoundAccess access, Secrets secrets, Clock clock) {
    this.access = access;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Answers a request.
   *
   * @param message {@link CreateShare} of an organiser
   * @return {@link ShareCreated}
   */
  public Future<JsonObject> handle(JsonObject message) {
    return access
        .locked(message, (transaction, round) -> create(transaction, round, message))
        .map(ShareCreated::toJson);
  }

  private Future<ShareCreated> create(
      SqlConnection transaction, StoredRound round, JsonObject message) {
    Instant now = clock.instant();
    Faults faults = new Faults();
    CreateShare request = CreateShare.read(message, now, faults);
    if (!faults.isEmpty()) {
      return Refusal.of(faults);
    }
    String token = secrets.token();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return ShareStore.insert(transaction, round.id(), token, request, today)
        .map(share -> new ShareCreated(share, token));
  }
}
