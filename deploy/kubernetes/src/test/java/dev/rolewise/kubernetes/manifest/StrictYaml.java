package dev.rolewise.kubernetes.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** YAML as Kubernetes reads it, version 1.1, but with every key once. */
public final class StrictYaml {

  /** The same files are read again and again: a copy costs a hundredth. */
  private static final Map<String, List<Map<String, Object>>> READ = new ConcurrentHashMap<>();

  private StrictYaml() {}

  /** The documents of a file, to keep and to change; empty ones are left out. */
  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> documents(String text, String where) {
    return (List<Map<String, Object>>)
        copy(READ.computeIfAbsent(text, unread -> read(unread, where)));
  }

  private static Object copy(Object node) {
    if (node instanceof Map<?, ?> map) {
      Map<Object, Object> copied = new LinkedHashMap<>();
      map.forEach((key, value) -> copied.put(key, copy(value)));
      return copied;
    }
    return node instanceof List<?> list
        ? list.stream().map(StrictYaml::copy).collect(Collectors.toCollection(ArrayList::new))
        : node;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> read(String text, String where) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<Map<String, Object>> documents = new ArrayList<>();
    try {
      for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
        if (document instanceof Map<?, ?> map) {
          documents.add((Map<String, Object>) map);
        } else if (document != null) {
          throw new ManifestFault("yaml", where, "holds something that is not an object");
        }
      }
    } catch (DuplicateKeyException twice) {
      throw new ManifestFault("duplicate-key", where, firstLine(twice));
    } catch (YAMLException unreadable) {
      throw new ManifestFault("yaml", where, firstLine(unreadable));
    }
    return documents;
  }

  private static String firstLine(YAMLException failure) {
    return failure.getMessage().replaceAll("\\s+", " ");
  }
}
