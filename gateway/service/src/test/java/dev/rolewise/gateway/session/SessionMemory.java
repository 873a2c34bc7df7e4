package dev.rolewise.gateway.session;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.gateway.contract.ServiceStandIn;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the assessment service keeps of signing in, behind the stand-in; the real one has tests. */
final class SessionMemory {
  final Map<String, String> identities = new ConcurrentHashMap<>();
  private final Map<String, JsonObject> attempts = new ConcurrentHashMap<>();

  SessionMemory(ServiceStandIn services) {
    services.decide(AssessmentAddresses.SESSION_BEGIN, this::begin);
    services.decide(AssessmentAddresses.SESSION_TAKE, this::take);
    services.decide(AssessmentAddresses.SESSION_CREATE, this::create);
    services.decide(AssessmentAddresses.SESSION_GET, this::get);
    services.decide(AssessmentAddresses.SESSION_END, this::end);
    services.decide(AssessmentAddresses.SESSION_ORGANISER, this::organiser);
    services.decide(AssessmentAddresses.SESSION_CLAIM, this::claim);
    services.decide(AssessmentAddresses.SESSION_LEAVE, this::leave);
  }

  private Future<JsonObject> begin(JsonObject request) {
    String verifier = secret();
    JsonObject begun =
        new JsonObject()
            .put("attempt", secret())
            .put("state", secret())
            .put("nonce", secret())
            .put("challenge", challenge(verifier));
    attempts.put(
        begun.getString("attempt"),
        begun.copy().put("verifier", verifier).put("returnTo", request.getString("returnTo")));
    return Future.succeededFuture(begun);
  }

  private Future<JsonObject> take(JsonObject request) {
    JsonObject attempt = attempts.remove(request.getString("attempt"));
    return attempt != null && attempt.getString("state").equals(request.getString("state"))
        ? Future.succeededFuture(attempt)
        : Future.failedFuture(BusFailure.notFound());
  }

  private Future<JsonObject> create(JsonObject request) {
    if (request.getString("replaces") != null) {
      identities.remove(request.getString("replaces"));
    }
    String session = secret();
    identities.put(session, request.getString("identity"));
    return Future.succeededFuture(
        new JsonObject().put("session", session).put("ends", "2026-11-23T21:00:00Z"));
  }

  private Future<JsonObject> get(JsonObject request) {
    return identities.containsKey(request.getString("session"))
        ? Future.succeededFuture(
            new JsonObject().put("ends", "2026-11-23T21:00:00Z").put("teams", new JsonArray()))
        : Future.failedFuture(BusFailure.of(401, "sign-in-needed"));
  }

  private Future<JsonObject> end(JsonObject request) {
    identities.remove(request.getString("session"));
    return Future.succeededFuture(new JsonObject());
  }

  private Future<JsonObject> organiser(JsonObject request) {
    return get(request).map(state -> new JsonObject().put("token", secret()));
  }

  private Future<JsonObject> claim(JsonObject request) {
    return get(request).map(state -> new JsonObject().put("id", "a").put("name", "Noordzij"));
  }

  private Future<JsonObject> leave(JsonObject request) {
    return get(request)
        .compose(
            state ->
                request.getBoolean("lastMay")
                    ? Future.succeededFuture(new JsonObject())
                    : Future.failedFuture(BusFailure.of(409, "last-owner")));
  }

  private static String secret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return SigningKey.encode(bytes);
  }

  private static String challenge(String verifier) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return SigningKey.encode(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
