package dev.rolewise.kubernetes.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What libraries carry within them is listed, and what is listed is in them. */
class InsideTest {

  /**
   * Files of their own beside a database for somebody's own machine, to be replaced at will: what
   * this licence asks for.
   */
  private static final Set<String> REPLACEABLE = Set.of("lib/libiconv.", "lib/libintl.");

  private static final String LESSER = "LGPL-2.1-or-later";

  private static final Map<String, LibraryContents> CONTENTS = new TreeMap<>();

  @BeforeAll
  static void look() throws IOException {
    for (ShippedLibrary library : ShippedLibrary.all().values()) {
      CONTENTS.put(library.name(), LibraryContents.of(library));
    }
  }

  @Test
  void everythingOfOthersIsListed() throws IOException {
    List<String> missing = new ArrayList<>();
    for (LibraryContents contents : CONTENTS.values()) {
      List<NamedCsvRecord> listed = Lists.inside(contents.library().name());
      List<String> found = new ArrayList<>(contents.packagesOfOthers());
      found.addAll(contents.files());
      for (String each : found) {
        if (listed.stream()
            .noneMatch(row -> LibraryContents.isBelow(each, row.getField("place")))) {
          missing.add(contents.library().name() + " carries " + each);
        }
      }
    }
    assertEquals(List.of(), missing, "not in deploy/security/inside.csv");
  }

  @Test
  void whatIsListedIsThere() throws IOException {
    List<NamedCsvRecord> rows = Lists.inside();
    assertTrue(rows.size() > 100, rows.size() + " rows");
    for (NamedCsvRecord row : rows) {
      LibraryContents contents = CONTENTS.get(row.getField("library"));
      assertTrue(contents != null && contents.has(row.getField("place")), row::toString);
    }
  }

  /** Maven packs the coordinates of what it puts into a jar along: no version stays unnoticed. */
  @Test
  void theVersionsAreThoseThatWerePackedAlong() throws IOException {
    int seen = 0;
    for (LibraryContents contents : CONTENTS.values()) {
      List<String> listed =
          Lists.inside(contents.library().name()).stream()
              .map(row -> row.getField("name") + ":" + row.getField("version"))
              .toList();
      for (String packed : contents.coordinates()) {
        if (!packed.startsWith(contents.library().name() + ":")) {
          seen++;
          assertTrue(
              listed.contains(packed), () -> contents.library().name() + " carries " + packed);
        }
      }
    }
    assertTrue(seen > 10, seen + " libraries were packed into others");
  }

  @Test
  void theirLicencesAreFineAndThoseThatTheyName() throws IOException {
    int named = 0;
    for (NamedCsvRecord row : Lists.inside()) {
      String licence = row.getField("licence");
      assertTrue(
          Lists.FINE.contains(licence)
              || licence.equals(LESSER) && REPLACEABLE.contains(row.getField("place")),
          row::toString);
      byte[] pom = CONTENTS.get(row.getField("library")).poms().get(row.getField("name"));
      Optional<Set<String>> published = pom == null ? Optional.empty() : PublishedLicence.in(pom);
      if (published.isPresent()) {
        named++;
        assertEquals(published.get(), Set.of(licence), row::toString);
      }
    }
    assertTrue(named > 5, named + " name their licences");
  }

  /** Of whatever the coordinates do not tell: the name of a relocated package has the version. */
  @Test
  void aVersionInThePlaceIsTheListedOne() throws IOException {
    for (NamedCsvRecord row : Lists.inside()) {
      String place = row.getField("place");
      if (place.matches(".*_\\d+_\\d+_\\d+")) {
        String version = place.replaceFirst(".*?_(\\d+_\\d+_\\d+)$", "$1").replace('_', '.');
        assertEquals(version, row.getField("version"), row::toString);
      }
    }
  }
}
