package dev.rolewise.gateway.site;

import dev.rolewise.runtime.fault.StartFault;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The front end in memory: every file of the class path folder {@code web/}, read once. */
public final class SiteFiles {

  private static final String INDEX = "/index.html";

  /** The same, and where to read on for whoever runs no scripts. */
  private static final String START = "/start.html";

  private final Map<String, SiteFile> files;

  private SiteFiles(Map<String, SiteFile> files) {
    this.files = files;
  }

  /**
   * Reads the folder {@code web/} of the class path. Blocks for as long as that takes.
   *
   * @throws StartFault when the front end is not there
   */
  public static SiteFiles read() {
    return read(SiteFiles.class.getClassLoader(), "web");
  }

  /** The same from another folder of a class path. */
  static SiteFiles read(ClassLoader classPath, String folder) {
    URL index = classPath.getResource(folder + INDEX);
    if (index == null) {
      throw new StartFault(
          "The front end is missing: no "
              + folder
              + INDEX
              + " on the class path. Build it with Maven, without -DskipWeb.");
    }
    try {
      return read(index.toURI(), folder);
    } catch (IOException | URISyntaxException unreadable) {
      throw StartFault.because("The front end cannot be read", unreadable);
    }
  }

  private static SiteFiles read(URI index, String folder) throws IOException {
    if (!index.getScheme().equals("jar")) {
      return walk(Path.of(index).getParent());
    }
    String inside = index.getRawSchemeSpecificPart();
    URI jar = URI.create(inside.substring(0, inside.lastIndexOf("!/")));
    try (FileSystem opened = FileSystems.newFileSystem(Path.of(jar), (ClassLoader) null)) {
      return walk(opened.getPath("/" + folder));
    }
  }

  private static SiteFiles walk(Path root) throws IOException {
    Map<String, byte[]> bytes = new HashMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      List<Path> regular = paths.filter(Files::isRegularFile).toList();
      for (Path path : regular) {
        String name = "/" + root.relativize(path).toString().replace('\\', '/');
        bytes.put(name, Files.readAllBytes(path));
      }
    }
    return new SiteFiles(
        bytes.keySet().stream()
            .filter(name -> !isSibling(name, bytes))
            .collect(
                Collectors.toUnmodifiableMap(
                    name -> name,
                    name ->
                        SiteFile.of(
                            name,
                            bytes.get(name),
                            bytes.get(name + ".br"),
                            bytes.get(name + ".gz")))));
  }

  private static boolean isSibling(String name, Map<String, byte[]> all) {
    return (name.endsWith(".br") || name.endsWith(".gz"))
        && all.containsKey(name.substring(0, name.length() - 3));
  }

  /** The file at that path; {@code /} is the page itself. */
  Optional<SiteFile> at(String path) {
    return Optional.ofNullable(
        path.equals("/") ? files.getOrDefault(START, index()) : files.get(path));
  }

  /** What other pages name of it. */
  public EntryFiles entry() {
    String page = index().forms().get(index().forms().size() - 1).bytes().toString();
    return EntryFiles.of(page, files.keySet().stream().sorted().toList());
  }

  SiteFile index() {
    return files.get(INDEX);
  }
}
