package dev.rolewise.kubernetes.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folders with manifests.
 *
 * @param root they are below
 * @param changed files that read differently than they are: path below the root, text
 */
public record Tree(Path root, Map<String, String> changed) {

  private static final Path HERE = Path.of("").toAbsolutePath();

  /** Keeps its own copy. */
  public Tree {
    changed = Map.copyOf(changed);
  }

  /** As it lies on the disk. */
  public static Tree asItIs() {
    return new Tree(HERE, Map.of());
  }

  /** The same with another text in one file. */
  public Tree with(String file, String text) {
    Map<String, String> more = new TreeMap<>(changed);
    more.put(file, text);
    return new Tree(root, more);
  }

  /** Text of a file. */
  public String read(String file) {
    if (changed.containsKey(file)) {
      return changed.get(file);
    }
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException missing) {
      throw new ManifestFault("kustomize", file, "cannot be read");
    }
  }

  /** Whether this is a folder rather than a file. */
  public boolean isFolder(String path) {
    return Files.isDirectory(root.resolve(path));
  }

  /** All files with this name, below the given folders. */
  public List<String> named(String name, List<String> folders) {
    return folders.stream()
        .flatMap(folder -> below(folder).filter(path -> path.endsWith("/" + name)))
        .sorted()
        .toList();
  }

  private Stream<String> below(String folder) {
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      return files
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
