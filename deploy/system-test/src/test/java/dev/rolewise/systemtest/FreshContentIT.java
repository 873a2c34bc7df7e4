package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.local.editing.EditorToken;
import dev.rolewise.local.editing.RunningPacks;
import dev.rolewise.systemtest.ServiceUnderTest.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What gateways keep of the content, through processes of their own: reading it again costs no
 * message, and once an editor is told of a publication every gateway has it within a tenth of a
 * second, whichever one the editor was talking to.
 */
@Tag("alone")
class FreshContentIT {
  private static final String ROLE = "/api/v1/roles/product-manager?locale=nl";
  private static final int WARM_READS = 200;
  private static final long STALE_AT_MOST_MILLIS = 100;
  private static final long PATIENCE_MILLIS = 20_000;

  @TempDir static Path folder;
  private static ThreeServices suite;
  private static EditorToken token;

  @BeforeAll
  static void start() throws Exception {
    token = EditorToken.in(folder);
    suite = ThreeServices.prepare(folder, 1, 1, 2);
    suite.set(Kind.CONTENT, "content.editor-token-hashes", token.hash()).startAll().awaitReady();
  }

  @AfterAll
  static void stop() {
    if (suite != null) {
      suite.close();
    }
  }

  @Test
  void whatIsPublishedIsReadEverywhereAtOnceAndReadingItAgainSendsNothing() throws Exception {
    RunningPacks packs = new RunningPacks(URI.create(suite.gateway(0).url()), token);
    int shipped = EditedPack.bundledVersion();
    List<Api> gateways = new ArrayList<>();
    for (ServiceUnderTest gateway : suite.all(Kind.GATEWAY)) {
      gateways.add(new Api(gateway.url()));
    }
    assertEquals(2, gateways.size());
    String old = name(gateways.get(0));
    assertEquals(old, name(gateways.get(1)));
    packs.bring(EditedPack.archive(shipped + 1, json -> json.put("name", "Productbaas")));

    List<Long> lastStale = new ArrayList<>();
    int current = shipped;
    for (int publication = 0; publication < 6; publication++) {
      int next = current == shipped ? shipped + 1 : shipped;
      packs.publish(EditedPack.ID, next, current);
      long told = System.nanoTime();
      current = next;
      lastStale.add(lastStale(gateways, next == shipped ? old : "Productbaas", told));
    }
    System.out.println("read for the last time after a publication, ms: " + lastStale);
    assertTrue(
        lastStale.stream().allMatch(millis -> millis <= STALE_AT_MOST_MILLIS),
        "an old document was read so many ms after its successor was published: " + lastStale);

    for (int gateway = 0; gateway < gateways.size(); gateway++) {
      double before = sent(suite.gateway(gateway));
      for (int read = 0; read < WARM_READS; read++) {
        assertEquals(old, name(gateways.get(gateway)));
      }
      assertEquals(before, sent(suite.gateway(gateway)), "requests for content");
    }
  }

  /**
   * When anybody began to read what was replaced for the last time, in ms after the editor was told
   * of its successor; -1 when nobody did.
   */
  private static long lastStale(List<Api> gateways, String name, long told) {
    long last = -1;
    int fresh = 0;
    while ((fresh < WARM_READS || millisSince(told) < 2 * STALE_AT_MOST_MILLIS)
        && millisSince(told) < PATIENCE_MILLIS) {
      for (Api gateway : gateways) {
        long began = millisSince(told);
        boolean stale = !name(gateway).equals(name);
        last = stale ? began : last;
        fresh = stale ? 0 : fresh + 1;
      }
    }
    return last;
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  private static String name(Api gateway) {
    return gateway.get(ROLE, null).expect(200).json().getString("name");
  }

  /** How many requests for content this gateway has sent over the bus. */
  private static double sent(ServiceUnderTest gateway) throws Exception {
    return ScrapedMetrics.of(gateway.port("management.port"))
        .value("rolewise_bus_requests_total", "target", "content", "result", "ok");
  }
}
