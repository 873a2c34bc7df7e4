package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.pack.PackArchive;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.PackLimits;
import dev.rolewise.content.validation.PackLoader;
import dev.rolewise.local.editing.EditorToken;
import dev.rolewise.local.editing.RefusedBySuite;
import dev.rolewise.local.editing.RunningPacks;
import dev.rolewise.runtime.config.Secret;
import dev.rolewise.systemtest.ServiceUnderTest.Kind;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Packs as large as they may be, and larger: taken in, or refused in words. */
@ExtendWith(SharedOwnPack.class)
class LargePackIT {
  private static final int MEBIBYTE = LargePack.MEBIBYTE;

  /** What images and manifests give each process, in MiB. */
  private static final int SHIPPED_HEAP = 64;

  private static final String TOKEN = "b3VyLWVkaXRvci10b2tlbi1vZi1sYXJnZS1wYWNrcy0";

  /** With as much memory as Java takes by itself. */
  @Test
  void sixteenMebibytesAreTakenInAndPublishedAndOneMoreIsRefused(SharedOwnPack.Shown shown)
      throws Exception {
    // indexing the largest takes a minute: the ordinary build takes one that is larger than what
    // the shipped heap allows
    int size = AttackSize.of("pack-mebibytes", 5, 16);
    RunningSuite suite = shown.running();
    RunningPacks packs =
        new RunningPacks(URI.create(suite.url()), EditorToken.read(EditorToken.file(suite.data())));
    byte[] archive = LargePack.ofBytes(size * MEBIBYTE, 1);
    assertTrue(archive.length > (size - 0.5) * MEBIBYTE, archive.length + " bytes");
    List<JsonObject> told = new ArrayList<>();
    JsonObject taken = packs.bring(archive, told::add).getJsonObject("pack");
    String hash = hash(archive);
    assertEquals(hash, taken.getString("hash"));
    for (int i = 1; i < told.size(); i++) {
      assertTrue(stored(told.get(i)) >= stored(told.get(i - 1)), told.toString());
    }
    JsonObject published = packs.publish(LargePack.ID, 1, null).getJsonObject("pack");
    assertTrue(published.getBoolean("current"));
    assertEquals(hash, hash(packs.export(LargePack.ID, 1)));

    refused(packs, LargePack.ofBytes(17 * MEBIBYTE, 2), "At most 16 MiB are taken here");
    String tooMuch = "holds more than 16 MiB; make it smaller, or two packs";
    refused(packs, LargePack.unpackingTo(17 * MEBIBYTE, 2), tooMuch);
    refused(packs, LargePack.ofDocuments(10_000), "it has more than 6000 files");
  }

  @Test
  void whatIsTooMuchForTheHeapThatShipsIsRefusedAndNothingElseSuffers(@TempDir Path folder)
      throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
    try (ThreeServices services = ThreeServices.prepare(folder, 1, 1, 1)) {
      services.set(Kind.CONTENT, "content.editor-token-hashes", HexFormat.of().formatHex(hash));
      services.all().forEach(service -> service.heap(SHIPPED_HEAP));
      services.startAll().awaitReady();
      String gateway = services.gateway(0).url();
      RunningPacks packs = new RunningPacks(URI.create(gateway), new EditorToken(Secret.of(TOKEN)));
      packs.bring(LargePack.ofBytes(MEBIBYTE, 1));
      byte[] largest = LargePack.ofBytes(4 * MEBIBYTE - MEBIBYTE / 16, 2);
      assertEquals(hash(largest), packs.bring(largest).getJsonObject("pack").getString("hash"));
      packs.publish(LargePack.ID, 2, null);
      assertEquals(hash(largest), hash(packs.export(LargePack.ID, 2)));
      refused(packs, LargePack.unpackingTo(5 * MEBIBYTE, 3), "holds more than 4 MiB");
      for (int mebibytes : new int[] {5, 8, 16, 24}) {
        byte[] tooLarge = LargePack.ofBytes(mebibytes * MEBIBYTE, 3);
        refused(packs, tooLarge, "At most 4 MiB are taken here");
      }
      // as if nothing had been
      packs.bring(LargePack.ofBytes(2 * MEBIBYTE, 4));
      new Api(gateway).get("/api/v1/roles?locale=en").expect(200);
      services.all().forEach(service -> assertTrue(service.isAlive(), service.kind().toString()));
      assertFalse(services.logs().contains("OutOfMemory"), services.logs());
    }
  }

  private static int stored(JsonObject underWay) {
    return underWay.getInteger("stored") + underWay.getInteger("searchable");
  }

  private static String hash(byte[] archive) {
    PackFaults faults = new PackFaults();
    return PackLoader.load(PackArchive.read("x", archive, PackLimits.USUAL, faults)).hash();
  }

  private static void refused(RunningPacks packs, byte[] archive, String words) {
    RefusedBySuite refused = assertThrows(RefusedBySuite.class, () -> packs.bring(archive));
    String said = refused.sentence() + refused.faults();
    assertTrue(said.contains(words), said);
  }
}
