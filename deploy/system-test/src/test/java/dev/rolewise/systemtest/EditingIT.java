package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.local.editing.EditorToken;
import dev.rolewise.local.editing.RefusedBySuite;
import dev.rolewise.local.editing.RunningPacks;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor at work on the packaged suite, from the command line, while a round is open. */
class EditingIT {
  private static final String ROLE = "/api/v1/roles/product-manager?locale=nl";

  @TempDir private Path folder;

  @Test
  void publishesTurnsBackAndNeverTouchesAnOpenRound() throws Exception {
    Path data = folder.resolve("data");
    try (RunningSuite suite = RunningSuite.start(data)) {
      Api api = suite.api();
      String before = api.get(ROLE).expect(200).json().getString("name");
      Organiser open = Organiser.open(api, "Noordzij", 4, 1);
      String hash = instrument(open).getString("hash");

      // a new version with another questionnaire
      int shipped = EditedPack.bundledVersion();
      int next = shipped + 1;
      Path pack = folder.resolve("pack");
      unpack(pack);
      edit(pack, "pack.json", json -> json.put("version", next));
      edit(pack, "texts/nl/roles/product-manager.json", json -> json.put("name", "Productbaas"));
      edit(pack, "instruments/role-gap-scan.json", json -> json.put("version", 2));
      edit(pack, "texts/nl/instruments/role-gap-scan.json", json -> json.put("stem", "Hoe vaak?"));
      Ran imported = run(suite, "import", pack.toString());
      assertEquals(0, imported.code(), imported.said());
      assertEquals(before, api.get(ROLE).expect(200).json().getString("name"));

      Ran published = run(suite, "publish", "" + next);
      assertEquals(0, published.code(), published.said());
      assertEquals("Productbaas", api.get(ROLE).expect(200).json().getString("name"));

      // the open round keeps what it was opened with, to its report
      assertEquals(hash, instrument(open).getString("hash"));
      open.answers(Collections.nCopies(4, open.questionnaire().sheet(Organiser.PRODUCT_GAP)));
      open.close();
      assertEquals(hash, open.report("nl").getJsonObject("instrument").getString("hash"));
      Organiser later = Organiser.open(api, "Waddenzee", 4, 1);
      assertEquals(2, instrument(later).getInteger("version"));

      // two editors who started from the same version
      RunningPacks packs = EditedPack.packs(suite);
      packs.bring(EditedPack.archive(next + 1, json -> json.put("name", "Productheld")));
      RefusedBySuite late =
          assertThrows(RefusedBySuite.class, () -> packs.publish(EditedPack.ID, next + 1, shipped));
      assertEquals("published-meanwhile", late.code());
      assertTrue(
          late.changes().stream()
              .map(JsonObject.class::cast)
              .anyMatch(it -> "Productheld".equals(it.getValue("after"))),
          late.changes()::encode);

      // what was a mistake is turned back and opens no rounds
      assertEquals(0, run(suite, "rollback").code());
      assertEquals(before, api.get(ROLE).expect(200).json().getString("name"));
      assertEquals(0, run(suite, "withdraw", "" + next).code());
      Ran never = run(suite, "publish", "" + next);
      assertEquals(1, never.code());
      assertTrue(never.said().contains("This version was withdrawn"), never.said());
      Ran diff = run(suite, "diff", "--running", "" + shipped, "" + next);
      assertEquals(1, diff.code());
      assertTrue(diff.said().contains("\"Productbaas\""), diff.said());

      Path zip = folder.resolve("two.zip");
      assertEquals(0, run(suite, "export", "--running", "" + next, zip.toString()).code());
      Ran checked = run(suite, "validate", zip.toString());
      String stored =
          packs.list().getJsonArray("items").stream()
              .map(JsonObject.class::cast)
              .filter(it -> it.getInteger("version") == next)
              .map(it -> it.getString("hash"))
              .findFirst()
              .orElseThrow();
      assertTrue(checked.said().contains("hash " + stored), checked.said());

      Path token = EditorToken.file(data);
      String secret = Files.readString(token).strip();
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(token)));
      assertFalse(suite.log().contains(secret), "the token is in the log");
    }
  }

  private static JsonObject instrument(Organiser organiser) {
    return organiser
        .api()
        .get("/api/v1/rounds/" + organiser.round(), organiser.token())
        .expect(200)
        .json()
        .getJsonObject("instrument");
  }

  private void unpack(Path pack) throws Exception {
    for (var file : PackFiles.onClassPath("packs/" + EditedPack.ID).content().entrySet()) {
      Path target = pack.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }

  private static void edit(Path pack, String file, Consumer<JsonObject> change) throws Exception {
    JsonObject json = new JsonObject(Files.readString(pack.resolve(file)));
    change.accept(json);
    Files.writeString(pack.resolve(file), json.encode());
  }

  private record Ran(int code, String said) {}

  private static Ran run(RunningSuite suite, String command, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(RunningSuite.currentJava().toString()));
    line.addAll(RunningSuite.QUICK_START);
    line.addAll(List.of("-jar", RunningSuite.jar().toString(), "pack", command));
    if (!command.equals("validate")) {
      line.addAll(
          List.of("--url", suite.url(), "--token-file", EditorToken.file(suite.data()).toString()));
    }
    line.addAll(List.of(arguments));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
    return new Ran(process.exitValue(), said);
  }
}
