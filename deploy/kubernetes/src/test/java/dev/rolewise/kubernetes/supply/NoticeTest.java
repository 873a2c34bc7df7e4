package dev.rolewise.kubernetes.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rolewise.local.Launcher;
import dev.rolewise.runtime.machine.Needed;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The notices that licences ask to be passed on are passed on, to whoever gets a program. */
class NoticeTest {

  private static final Path NOTICE = Path.of("..", "..", "NOTICE");
  private static final Path MODULES = Path.of("..", "..", "gateway", "web", "node_modules");
  private static final Pattern SECTION = Pattern.compile("(?m)^=+\\n(.+)\\n=+$");
  private static final Pattern NAME = Pattern.compile("(?m)^  (@?[\\w.-]+(?:[:/][\\w.-]+)?)$");
  private static final Pattern COPYRIGHT =
      Pattern.compile("(?m)^\\s*(Copyright (?:\\(c\\)|\\d{4}[-\\d]*) .*)$");
  private static final Set<String> ASKING_FOR_COPYRIGHT =
      Set.of(
          "BSD-2-Clause",
          "BSD-3-Clause",
          "MIT",
          "ISC",
          "Zlib",
          "ICU",
          "OpenSSL",
          "PostgreSQL",
          "LGPL-2.1-or-later");

  @Test
  void everyLibraryStandsBelowTheLicenceItIsTakenUnder() throws IOException {
    Map<String, Set<String>> listed = new TreeMap<>();
    for (NamedCsvRecord row : everything()) {
      listed.computeIfAbsent(Lists.taken(row), none -> new TreeSet<>()).add(row.getField("name"));
    }
    Map<String, Set<String>> told = new TreeMap<>();
    Map<String, String> sections = sections();
    sections.remove(CataloguesTest.SECTION);
    sections.forEach(
        (licence, text) -> {
          Set<String> names = new TreeSet<>();
          NAME.matcher(text).results().forEach(it -> names.add(it.group(1)));
          told.put(licence, names);
        });
    assertEquals(listed, told);
  }

  @Test
  void theNoticesOfLibrariesArePassedOnWordByWord() throws IOException {
    String notice = plain(Files.readString(NOTICE));
    int passedOn = 0;
    for (NamedCsvRecord row : Lists.libraries()) {
      Optional<String> theirs = inJar(row, "META-INF/NOTICE", "META-INF/NOTICE.txt");
      if (row.getField("registry").equals("maven") && theirs.isPresent()) {
        passedOn++;
        assertTrue(notice.contains(plain(theirs.get())), () -> "not passed on: " + row);
      }
    }
    assertTrue(passedOn > 15, passedOn + " libraries bring notices");
  }

  @Test
  void everyCopyrightThatALicenceAsksForIsNamed() throws IOException {
    boolean modules = Files.isDirectory(MODULES);
    for (NamedCsvRecord row : Lists.libraries()) {
      boolean maven = row.getField("registry").equals("maven");
      if (ASKING_FOR_COPYRIGHT.contains(Lists.taken(row)) && (maven || modules)) {
        String licence =
            maven
                ? inJar(row, "META-INF/LICENSE", "META-INF/LICENSE.txt").orElseThrow()
                : Files.readString(licenceOf(MODULES.resolve(row.getField("name"))));
        Matcher copyright = COPYRIGHT.matcher(licence);
        assertTrue(copyright.find(), row::toString);
        String own = standsBelow(row);
        do {
          String line = copyright.group(1).strip().replaceAll("\\s+", " ");
          assertTrue(own.contains(line), () -> row + ": " + line);
        } while (copyright.find());
      }
    }
    Needed.here(modules, "The front end is not built here: its licences were not read.");
  }

  @Test
  void whatLibrariesCarryWithinIsNamedWithItsCopyrightToo() throws IOException {
    for (NamedCsvRecord row : Lists.inside()) {
      if (ASKING_FOR_COPYRIGHT.contains(row.getField("licence"))) {
        assertTrue(
            standsBelow(row).matches("(?si).*\\bcopyright (\\(c\\)|©|\\d{4}).*"), row::toString);
      }
    }
  }

  /** Two of them have so many authors that their notices are files of their own. */
  @Test
  void longNoticesGoWithTheDatabaseTheyBelongTo() throws IOException {
    for (String name : List.of("icu", "krb5")) {
      Path file = Path.of("..", "security", "notices", name + ".txt");
      try (InputStream packed =
          Launcher.class.getResourceAsStream("/META-INF/notices/" + name + ".txt")) {
        assertEquals(
            Files.readString(file), new String(packed.readAllBytes(), StandardCharsets.UTF_8));
      }
      assertTrue(Files.readString(NOTICE).contains("META-INF/notices/" + name + ".txt"), name);
    }
  }

  /** What NOTICE says below the name of a row, up to the next name. */
  private static String standsBelow(NamedCsvRecord row) throws IOException {
    Matcher own =
        Pattern.compile(
                "\\n  " + Pattern.quote(row.getField("name")) + "\\n(?<own>.*?)\\n\\n",
                Pattern.DOTALL)
            .matcher(sections().getOrDefault(Lists.taken(row), ""));
    assertTrue(own.find(), row::toString);
    return own.group("own");
  }

  @Test
  void everyProgramCarriesIt() throws IOException {
    String notice = Files.readString(NOTICE);
    List<String> theirs = new ArrayList<>();
    for (var url :
        Collections.list(NoticeTest.class.getClassLoader().getResources("META-INF/NOTICE"))) {
      try (InputStream in = url.openStream()) {
        if (new String(in.readAllBytes(), StandardCharsets.UTF_8).equals(notice)) {
          theirs.add(url.getPath());
        }
      }
    }
    for (String program : List.of("content-service", "assessment-service", "gateway", "local")) {
      assertTrue(theirs.stream().anyMatch(it -> it.contains("/" + program + "/")), program);
    }
    assertFalse(notice.isBlank());
  }

  static Map<String, String> sections() throws IOException {
    String text = Files.readString(NOTICE);
    Map<String, String> sections = new TreeMap<>();
    List<MatchResult> heads = SECTION.matcher(text).results().toList();
    for (int index = 0; index < heads.size(); index++) {
      int end = index + 1 < heads.size() ? heads.get(index + 1).start() : text.length();
      sections.put(heads.get(index).group(1), text.substring(heads.get(index).end(), end));
    }
    return sections;
  }

  private static Optional<String> inJar(NamedCsvRecord row, String... entries) throws IOException {
    String file = row.getField("name").replaceFirst(".*:", "") + "-" + row.getField("version");
    Optional<Path> jar =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(path -> path.getFileName().toString().equals(file + ".jar"))
            .findFirst();
    if (jar.isEmpty()) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(jar.get().toFile())) {
      for (String name : entries) {
        ZipEntry entry = zip.getEntry(name);
        if (entry != null) {
          return Optional.of(
              new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return Optional.empty();
  }

  private static Path licenceOf(Path module) throws IOException {
    try (Stream<Path> files = Files.list(module)) {
      return files
          .filter(file -> file.getFileName().toString().toLowerCase().startsWith("licen"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static List<NamedCsvRecord> everything() throws IOException {
    List<NamedCsvRecord> rows = new ArrayList<>(Lists.libraries());
    rows.addAll(Lists.inside());
    return rows;
  }
}
