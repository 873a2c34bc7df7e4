package dev.rolewise.local.editing;

import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The public operations on content packs, as an editor's program uses them; blocks. */
public final class RunningPacks {
  /** An import that is still under way answers 503; asking again finds it done. */
  private static final int TRIES = 6;

  private static final int LONGEST_WAIT_SECONDS = 10;
  private static final int LONGEST_IMPORT_SECONDS = 600;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI suite;
  private final EditorToken token;

  /** The packs of the suite at this address. */
  public RunningPacks(URI suite, EditorToken token) {
    this.suite = suite;
    this.token = token;
  }

  /** All versions. */
  public JsonObject list() {
    return json(ask("/packs").GET());
  }

  /** Imports an archive. */
  public JsonObject bring(byte[] archive) {
    return bring(archive, underWay -> {});
  }

  /**
   * Imports an archive, which with a large one takes longer than a request may.
   *
   * @param underWay is told how far the suite is, again and again
   */
  public JsonObject bring(byte[] archive, Consumer<JsonObject> underWay) {
    HttpRequest request =
        ask("/packs")
            .header("Content-Type", "application/zip")
            .POST(BodyPublishers.ofByteArray(archive))
            .build();
    HttpResponse<byte[]> response = once(request);
    for (int i = 1; i < TRIES && isBusy(response); i++) {
      pause(wait(response));
      awaitImport(underWay);
      response = once(request);
    }
    return new JsonObject(text(fine(response)));
  }

  private void awaitImport(Consumer<JsonObject> underWay) {
    for (int second = 0; second < LONGEST_IMPORT_SECONDS; second++) {
      JsonObject importing = list().getJsonObject("importing");
      if (importing == null) {
        return;
      }
      underWay.accept(importing);
      pause(1);
    }
  }

  /** One version as an archive. */
  public byte[] export(String pack, int version) {
    HttpResponse<byte[]> response = send(ask(place(pack) + "/versions/" + version).GET());
    return fine(response).body();
  }

  /** What differs between two versions. */
  public JsonObject diff(String pack, int from, int to) {
    return json(ask(place(pack) + "/diff?from=" + from + "&to=" + to).GET());
  }

  /** Makes a version current, unless another one than the base is by now. */
  public JsonObject publish(String pack, int version, Integer base) {
    JsonObject wish = new JsonObject().put("version", version).put("base", base);
    return json(
        ask(place(pack) + "/publish")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(wish.encode())));
  }

  /** Takes a version out of use for new rounds. */
  public JsonObject withdraw(String pack, int version) {
    return json(
        ask(place(pack) + "/versions/" + version + "/withdraw").POST(BodyPublishers.noBody()));
  }

  private static String place(String pack) {
    return "/packs/" + URLEncoder.encode(pack, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder ask(String path) {
    return HttpRequest.newBuilder(URI.create(suite + "/api/v1" + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token.secret().reveal());
  }

  private JsonObject json(HttpRequest.Builder request) {
    return new JsonObject(text(fine(send(request))));
  }

  private static HttpResponse<byte[]> fine(HttpResponse<byte[]> response) {
    if (response.statusCode() / 100 == 2) {
      return response;
    }
    throw new RefusedBySuite(response.statusCode(), problem(response));
  }

  private static JsonObject problem(HttpResponse<byte[]> response) {
    try {
      return new JsonObject(text(response));
    } catch (RuntimeException noJson) {
      return new JsonObject();
    }
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    HttpResponse<byte[]> response = once(request);
    for (int i = 1; i < TRIES && isBusy(response); i++) {
      pause(wait(response));
      response = once(request);
    }
    return response;
  }

  private HttpResponse<byte[]> once(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw StartFault.because("The suite at " + suite + " cannot be reached", failed);
    } catch (InterruptedException interrupted) {
      throw interrupted();
    }
  }

  private void pause(long seconds) {
    try {
      TimeUnit.SECONDS.sleep(seconds);
    } catch (InterruptedException interrupted) {
      throw interrupted();
    }
  }

  private StartFault interrupted() {
    Thread.currentThread().interrupt();
    return new StartFault("Interrupted while waiting for " + suite + ".");
  }

  private static boolean isBusy(HttpResponse<byte[]> response) {
    return response.statusCode() == 503 || response.statusCode() == 504;
  }

  private static long wait(HttpResponse<byte[]> response) {
    long said = response.headers().firstValueAsLong("Retry-After").orElse(1);
    return Math.max(1, Math.min(said, LONGEST_WAIT_SECONDS));
  }
}
