package dev.rolewise.runtime.postgres;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;

/** The migrations that a program brings along: what they are called, and what they make. */
final class MigrationFiles {

  private static final Pattern NAME = Pattern.compile("V([0-9.]+)__.+\\.sql");

  private static final Pattern TABLE =
      Pattern.compile("^\\s*create table (?:if not exists )?(\\w+)", CASE_INSENSITIVE | MULTILINE);

  private MigrationFiles() {}

  /**
   * Their versions.
   *
   * @param location class path folder, e.g. {@code db/content}
   * @throws IllegalArgumentException when there is none
   */
  static SortedSet<MigrationVersion> versions(String location) {
    SortedSet<MigrationVersion> versions = new TreeSet<>();
    for (String name : names(location)) {
      Matcher matcher = NAME.matcher(name);
      if (matcher.matches()) {
        versions.add(MigrationVersion.fromVersion(matcher.group(1)));
      }
    }
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("no migrations in " + location);
    }
    return versions;
  }

  /**
   * The tables that they make, some of which a later one may have taken away again.
   *
   * @param location class path folder, e.g. {@code db/content}
   */
  static Set<String> tables(String location) {
    Set<String> tables = new TreeSet<>();
    for (String name : names(location)) {
      if (NAME.matcher(name).matches()) {
        Matcher made = TABLE.matcher(text(location + "/" + name));
        while (made.find()) {
          tables.add(made.group(1).toLowerCase(Locale.ROOT));
        }
      }
    }
    return tables;
  }

  private static String text(String file) {
    try (InputStream in = MigrationFiles.class.getClassLoader().getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> names(String location) {
    URL folder = MigrationFiles.class.getClassLoader().getResource(location);
    if (folder == null) {
      return List.of();
    }
    try {
      return folder.openConnection() instanceof JarURLConnection jar
          ? inJar(jar, location + "/")
          : inFolder(Path.of(folder.toURI()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<String> inFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static List<String> inJar(JarURLConnection connection, String prefix) throws IOException {
    // a cached jar is shared with the class loader, and closing it would take its classes away
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      return jar.stream()
          .filter(entry -> entry.getName().startsWith(prefix))
          .map(entry -> entry.getName().substring(prefix.length()))
          .toList();
    }
  }
}
