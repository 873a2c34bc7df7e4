package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.pack.PackArchive;
import dev.rolewise.content.pack.PackFiles;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Packs of every size for processes with the heap that images and manifests give them: taken in or
 * refused in words, and nobody runs out of memory.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargePackIT {
  private static final int SHIPPED_HEAP = 64;
  private static final int MEBIBYTE = 1024 * 1024;
  private static final String TOKEN = "b3VyLWVkaXRvci10b2tlbi1vZi1sYXJnZS1wYWNrcy0";

  @TempDir static Path folder;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ThreeServices services;
  private int version = 1;

  @BeforeAll
  void start() throws Exception {
    services = ThreeServices.prepare(folder, 1, 1, 1);
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
    services.set("content.editor-token-hashes", HexFormat.of().formatHex(hash));
    services.all().forEach(service -> service.heap(SHIPPED_HEAP));
    services.startAll().awaitReady();
  }

  @AfterAll
  void stop() {
    if (services != null) {
      services.close();
    }
  }

  @Test
  void whatFitsIsTakenInAndWhatDoesNotIsRefusedInWords() throws Exception {
    assertTaken(1 * MEBIBYTE);
    assertTaken(3 * MEBIBYTE);
    assertTaken(4 * MEBIBYTE - 64 * 1024);
    // small enough to be sent, too large once it is unpacked
    HttpResponse<String> unpacked = bring(5 * MEBIBYTE);
    assertEquals(422, unpacked.statusCode(), unpacked.body());
    JsonObject problem = new JsonObject(unpacked.body());
    assertEquals("invalid-pack", problem.getString("code"));
    assertTrue(unpacked.body().contains("holds more than 4 MiB"), unpacked.body());
    for (int mebibytes : new int[] {6, 8, 12, 15, 16, 17, 24}) {
      HttpResponse<String> tooLarge = bring(mebibytes * MEBIBYTE);
      assertEquals(413, tooLarge.statusCode(), mebibytes + " MiB: " + tooLarge.body());
      assertFalse(new JsonObject(tooLarge.body()).getString("title").isBlank());
    }
    // as if nothing had been
    assertTaken(2 * MEBIBYTE);
    services.all().forEach(service -> assertTrue(service.isAlive(), service.kind().toString()));
    assertFalse(services.logs().contains("OutOfMemory"), services.logs());
    assertEquals(
        200,
        http.send(
                HttpRequest.newBuilder(
                        URI.create(services.gateway(0).url() + "/api/v1/roles?locale=en"))
                    .build(),
                HttpResponse.BodyHandlers.discarding())
            .statusCode());
  }

  private void assertTaken(int bytes) throws Exception {
    HttpResponse<String> taken = bring(bytes);
    assertEquals(200, taken.statusCode(), bytes + " bytes: " + taken.body());
  }

  /** A pack of another version each time. */
  private HttpResponse<String> bring(int bytes) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(services.gateway(0).url() + "/api/v1/packs"))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/zip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(pack(bytes, version++)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The own pack with further roles until its files have this size. */
  private static byte[] pack(int bytes, int version) {
    TreeMap<String, byte[]> files =
        new TreeMap<>(PackFiles.onClassPath("packs/" + OwnPack.ID).content());
    files.put(
        "pack.json",
        Buffer.buffer(files.get("pack.json"))
            .toJsonObject()
            .put("version", version)
            .toBuffer()
            .getBytes());
    Random random = new Random(version);
    int total = files.values().stream().mapToInt(file -> file.length).sum();
    for (int i = 0; total < bytes; i++) {
      String id = "filler-" + i;
      JsonObject role =
          Buffer.buffer(files.get("roles/season-lead.json")).toJsonObject().put("id", id);
      role.put("scored", false)
          .getJsonArray("tasks")
          .getJsonObject(0)
          .getJsonArray("areas")
          .clear();
      total += put(files, "roles/" + id + ".json", role);
      for (String language : new String[] {"en", "fr", "nl"}) {
        int room = Math.max(0, Math.min(60_000, (bytes - total) / 3));
        JsonObject texts =
            Buffer.buffer(files.get("texts/" + language + "/roles/season-lead.json"))
                .toJsonObject()
                .put("definition", words(random, room));
        total += put(files, "texts/" + language + "/roles/" + id + ".json", texts);
      }
    }
    return PackArchive.write(new PackFiles(OwnPack.ID, files));
  }

  private static int put(TreeMap<String, byte[]> files, String path, JsonObject json) {
    byte[] bytes = json.toBuffer().getBytes();
    files.put(path, bytes);
    return bytes.length;
  }

  /** Letters that hardly get smaller in an archive. */
  private static String words(Random random, int length) {
    StringBuilder words = new StringBuilder("x");
    while (words.length() < length) {
      int letter = random.nextInt(62);
      words.append(
          (char)
              (letter < 26 ? 'a' + letter : letter < 52 ? 'A' + letter - 26 : '0' + letter - 52));
    }
    return words.toString();
  }
}
