package dev.rolewise.assessment.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A file's name says whose report it is, in characters that are safe everywhere. */
class FileNameTest {
  @Test
  void aNameTellsTheTeamTheDayAndTheLanguage() {
    assertEquals("rolewise-report-coordinatie-a-b-2026-03-06-nl.csv", of("Coördinatie / A&B"));
  }

  @Test
  void aTeamThatHasNoLettersOfOursIsLeftOut() {
    assertEquals("rolewise-report-2026-03-06-nl.csv", of("مرحبا 😀"));
    assertEquals("rolewise-report-" + "x".repeat(40) + "-2026-03-06-nl.csv", of("x".repeat(200)));
  }

  @Property
  void noTeamNameBreaksAHeader(@ForAll String team) {
    assertTrue(of(team).matches("[a-z0-9-]+\\.csv"), of(team));
  }

  private static String of(String team) {
    return FileName.of(
        new JsonObject()
            .put("locale", "nl")
            .put(
                "round",
                new JsonObject()
                    .put("closedOn", "2026-03-06")
                    .put("team", new JsonObject().put("name", team))),
        FileForm.CSV);
  }
}
