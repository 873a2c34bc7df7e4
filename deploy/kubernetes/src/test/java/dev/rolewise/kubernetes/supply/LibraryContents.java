package dev.rolewise.kubernetes.supply;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What is in a library's jar.
 *
 * @param classes by their whole names
 * @param files that some machine or another language runs, and those of packed archives
 * @param coordinates of what was packed by Maven with it: group, artifact and version
 * @param poms of these, by group and artifact
 */
record LibraryContents(
    ShippedLibrary library,
    SortedSet<String> classes,
    SortedSet<String> files,
    SortedSet<String> coordinates,
    Map<String, byte[]> poms) {

  /** Parts of a name behind which there is somebody else's. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "org",
          "com",
          "tools",
          "nonapi",
          "shaded",
          "shade",
          "repackaged",
          "relocated",
          "thirdparty",
          "vendor",
          "javax",
          "jakarta");

  /** Whose packages are not called after their group. */
  private static final Map<String, String> CALLED =
      Map.of(
          "info.picocli", "picocli",
          "commons-codec", "org.apache.commons.codec",
          "commons-io", "org.apache.commons.io");

  private static final Pattern PACKED = Pattern.compile("META-INF/maven/(.+)/(.+)/pom\\.(\\w+)");
  private static final Pattern RUNNABLE =
      Pattern.compile(".*\\.(so|dll|dylib|jnilib|exe|js|wasm|jar)");
  private static final Pattern CLASS = Pattern.compile("(?:META-INF/versions/\\d+/)?(.+)\\.class");

  static LibraryContents of(ShippedLibrary library) throws IOException {
    SortedSet<String> classes = new TreeSet<>();
    SortedSet<String> files = new TreeSet<>();
    SortedSet<String> coordinates = new TreeSet<>();
    Map<String, byte[]> poms = new TreeMap<>();
    try (ZipFile zip = new ZipFile(library.jar().toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        Matcher packed = PACKED.matcher(name);
        Matcher compiled = CLASS.matcher(name);
        if (compiled.matches()) {
          classes.add(compiled.group(1).replace('/', '.'));
        } else if (packed.matches()) {
          String which = packed.group(1) + ":" + packed.group(2);
          byte[] content = zip.getInputStream(entry).readAllBytes();
          if (packed.group(3).equals("xml")) {
            poms.put(which, content);
          } else {
            coordinates.add(which + ":" + versionIn(content));
          }
        } else if (RUNNABLE.matcher(name).matches()) {
          files.add(name);
        } else if (name.endsWith(".txz")) {
          files.addAll(
              PackedDatabase.files(library.artifact(), zip.getInputStream(entry).readAllBytes()));
        }
      }
    }
    return new LibraryContents(library, classes, files, coordinates, poms);
  }

  private static String versionIn(byte[] properties) throws IOException {
    Properties read = new Properties();
    read.load(new StringReader(new String(properties, StandardCharsets.ISO_8859_1)));
    return read.getProperty("version");
  }

  /** Packages that are not the library's own by their names. */
  SortedSet<String> packagesOfOthers() {
    SortedSet<String> others = new TreeSet<>();
    Map<String, Boolean> seen = new HashMap<>();
    for (String name : classes) {
      if (name.contains(".")) {
        String its = name.substring(0, name.lastIndexOf('.'));
        if (seen.computeIfAbsent(its, each -> !isOwn(each))) {
          others.add(its);
        }
      }
    }
    return others;
  }

  private boolean isOwn(String name) {
    String[] group = library.group().split("\\.");
    String own =
        CALLED.getOrDefault(
            library.group(), String.join(".", Arrays.copyOf(group, Math.min(2, group.length))));
    if (!isBelow(name.toLowerCase(), own.toLowerCase())) {
      return false;
    }
    return List.of(name.substring(own.length()).split("\\.")).stream()
        .noneMatch(OF_OTHERS::contains);
  }

  /** Whether a class, package or file is at a place that a list names. */
  static boolean isBelow(String name, String place) {
    return place.contains("/")
        ? name.startsWith(place)
        : name.equals(place) || name.startsWith(place + ".");
  }

  /** Whether there is anything at a place. */
  boolean has(String place) {
    return (place.contains("/") ? files : classes).stream().anyMatch(it -> isBelow(it, place));
  }
}
