package dev.rolewise.content.pack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What differs between two packs, file by file and place by place. */
public final class PackDiff {
  private final List<Change> changes = new ArrayList<>();

  private PackDiff() {}

  /** What happened at a place. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * One difference.
   *
   * @param file path inside the pack
   * @param pointer JSON pointer inside that file, empty for the file as a whole
   * @param before what stood there; null when it was added, or is no plain value
   * @param after what stands there; null when it was removed, or is no plain value
   */
  public record Change(Kind kind, String file, String pointer, Object before, Object after) {}

  /** Everything that has to happen to one to make it the other; empty when they are the same. */
  public static List<Change> between(Pack before, Pack after) {
    PackDiff diff = new PackDiff();
    diff.compare(
        PackReader.MANIFEST, Pointer.ROOT, before.manifest().toJson(), after.manifest().toJson());
    Map<String, JsonObject> was = files(before);
    Map<String, JsonObject> is = files(after);
    for (String file : union(was.keySet(), is.keySet())) {
      if (!is.containsKey(file)) {
        diff.add(Kind.REMOVED, file, Pointer.ROOT, null, null);
      } else if (!was.containsKey(file)) {
        diff.add(Kind.ADDED, file, Pointer.ROOT, null, null);
      } else {
        diff.compare(file, Pointer.ROOT, was.get(file), is.get(file));
      }
    }
    return List.copyOf(diff.changes);
  }

  private static Map<String, JsonObject> files(Pack pack) {
    Map<String, JsonObject> files = new TreeMap<>();
    for (Document document : pack.documents()) {
      files.put(document.file(), document.structure());
      document.texts().forEach((language, texts) -> files.put(document.textsFile(language), texts));
    }
    return files;
  }

  private void compare(String file, Pointer at, Object before, Object after) {
    if (before instanceof JsonObject was && after instanceof JsonObject is) {
      for (String name : union(was.fieldNames(), is.fieldNames())) {
        Pointer member = at.member(name);
        if (!is.containsKey(name)) {
          add(Kind.REMOVED, file, member, was.getValue(name), null);
        } else if (!was.containsKey(name)) {
          add(Kind.ADDED, file, member, null, is.getValue(name));
        } else {
          compare(file, member, was.getValue(name), is.getValue(name));
        }
      }
    } else if (before instanceof JsonArray was && after instanceof JsonArray is) {
      for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
        if (i >= is.size()) {
          add(Kind.REMOVED, file, at.element(i), was.getValue(i), null);
        } else if (i >= was.size()) {
          add(Kind.ADDED, file, at.element(i), null, is.getValue(i));
        } else {
          compare(file, at.element(i), was.getValue(i), is.getValue(i));
        }
      }
    } else if (!Objects.equals(before, after)) {
      add(Kind.CHANGED, file, at, before, after);
    }
  }

  private void add(Kind kind, String file, Pointer at, Object before, Object after) {
    changes.add(new Change(kind, file, at.text(), plain(before), plain(after)));
  }

  private static Object plain(Object value) {
    return value instanceof JsonObject || value instanceof JsonArray ? null : value;
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }
}
