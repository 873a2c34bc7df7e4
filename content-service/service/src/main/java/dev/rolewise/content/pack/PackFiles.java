package dev.rolewise.content.pack;

import io.vertx.core.json.JsonObject;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The files of a pack, read whole: they are few and small.
 *
 * @param name where they came from, for messages
 * @param content path inside the pack, with slashes, to its bytes
 */
public record PackFiles(String name, SortedMap<String, byte[]> content) {
  /** The files that a pack is written as; reading them gives the same hash again. */
  public static PackFiles of(Pack pack) {
    TreeMap<String, byte[]> content = new TreeMap<>();
    content.put(PackReader.MANIFEST, written(pack.manifest().toJson()));
    for (Document document : pack.documents()) {
      content.put(document.file(), written(document.structure()));
      document
          .texts()
          .forEach((language, texts) -> content.put(document.textsFile(language), written(texts)));
    }
    return new PackFiles(pack.manifest().id(), content);
  }

  private static byte[] written(JsonObject json) {
    return (json.encodePrettily() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a folder.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  public static PackFiles inFolder(Path folder) {
    TreeMap<String, byte[]> content = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> files = paths.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        content.put(path, Files.readAllBytes(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new PackFiles(folder.getFileName().toString(), content);
  }

  /** Whether the class path has a pack in this folder. */
  public static boolean areOnClassPath(String folder) {
    return manifest(PackFiles.class.getClassLoader(), folder) != null;
  }

  private static URL manifest(ClassLoader classLoader, String folder) {
    return classLoader.getResource(folder + "/" + PackReader.MANIFEST);
  }

  /**
   * Reads a folder of the class path, from a jar as well as from the build's output. The folder is
   * found by its {@code pack.json}.
   *
   * @param folder such as {@code packs/rolewise-core}
   * @throws IllegalArgumentException when the class path has no such pack
   */
  public static PackFiles onClassPath(String folder) {
    return onClassPath(PackFiles.class.getClassLoader(), folder);
  }

  static PackFiles onClassPath(ClassLoader classLoader, String folder) {
    URL manifest = manifest(classLoader, folder);
    if (manifest == null) {
      throw new IllegalArgumentException("no " + folder + "/" + PackReader.MANIFEST);
    }
    try {
      return manifest.openConnection() instanceof JarURLConnection jar
          ? inJar(jar, folder)
          : inFolder(Path.of(manifest.toURI()).getParent());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static PackFiles inJar(JarURLConnection connection, String folder) throws IOException {
    // a cached jar is shared with the class loader, and closing it would take its classes away
    connection.setUseCaches(false);
    String prefix = folder + "/";
    TreeMap<String, byte[]> content = new TreeMap<>();
    try (JarFile jar = connection.getJarFile()) {
      List<JarEntry> entries =
          jar.stream()
              .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
              .toList();
      for (JarEntry entry : entries) {
        try (InputStream in = jar.getInputStream(entry)) {
          content.put(entry.getName().substring(prefix.length()), in.readAllBytes());
        }
      }
    }
    return new PackFiles(folder.substring(folder.lastIndexOf('/') + 1), content);
  }
}
