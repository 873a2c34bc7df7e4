package dev.rolewise.kubernetes.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.library.Attributions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever gets a program reads what the catalogues that its roles refer to ask to be said. */
class CataloguesTest {

  static final String SECTION = "Catalogues of the roles";

  private static final Path PACKS =
      Path.of("..", "..", "content-service", "service", "src", "main", "resources", "packs");
  private static final Pattern CATALOGUE = Pattern.compile("(?m)^  (\\S.*)\\n  (\\S.*)$");

  @Test
  void noticeSaysOfEachWhatPagesSay() throws IOException {
    Map<String, String> told = new TreeMap<>();
    CATALOGUE
        .matcher(NoticeTest.sections().get(SECTION))
        .results()
        .forEach(it -> told.put(it.group(1), it.group(2)));
    assertEquals(referredTo(), told);
  }

  private static Map<String, String> referredTo() throws IOException {
    Map<String, String> words = new TreeMap<>();
    List<Path> roles;
    try (Stream<Path> files = Files.walk(PACKS)) {
      roles =
          files
              .filter(it -> it.getParent().endsWith("roles") && it.toString().endsWith(".json"))
              .toList();
    }
    assertTrue(roles.size() > 8, roles::toString);
    for (Path role : roles) {
      JsonObject document = new JsonObject(Files.readString(role));
      if (!document.containsKey("taxonomy")) {
        // its texts in one language
        continue;
      }
      for (Object each : Attributions.in(document).getJsonArray("taxonomy")) {
        JsonObject reference = (JsonObject) each;
        String attribution = reference.getString("attribution");
        assertFalse(attribution == null, () -> role + " refers to " + reference);
        words.put(reference.getString("scheme"), attribution);
      }
    }
    assertEquals(new TreeSet<>(words.values()).size(), words.size());
    return words;
  }
}
