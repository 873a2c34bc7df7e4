package dev.rolewise.kubernetes.kustomize;

import com.google.gson.Gson;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Generated ConfigMaps, whose names follow from what they hold. */
final class ConfigMaps {

  private static final int HASH_LENGTH = 10;
  private static final Set<String> REFERENCES =
      Set.of("configMapRef", "configMapKeyRef", "configMap");

  private ConfigMaps() {}

  /**
   * @param wanted the entry of the generator
   */
  static Map<String, Object> of(Node wanted, Map<String, Object> data) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", wanted.at("name").text());
    if (wanted.at("options", "annotations").isThere()) {
      metadata.put("annotations", wanted.at("options", "annotations").value());
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("apiVersion", "v1");
    body.put("kind", "ConfigMap");
    body.put("metadata", metadata);
    body.put("data", data);
    return body;
  }

  /** As kustomize computes it: without letters that make words. */
  static String hash(Resource configMap) {
    Map<String, Object> hashed = new TreeMap<>();
    hashed.put("data", new TreeMap<>(configMap.at("data").texts()));
    hashed.put("kind", "ConfigMap");
    hashed.put("name", "");
    String json = new Gson().toJson(hashed).replace("\\u003d", "=").replace("\\u0027", "'");
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of()
          .formatHex(digest)
          .substring(0, HASH_LENGTH)
          .replace('0', 'g')
          .replace('1', 'h')
          .replace('3', 'k')
          .replace('a', 'm')
          .replace('e', 't');
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Replaces names wherever a ConfigMap is referred to. */
  @SuppressWarnings("unchecked")
  static void rename(Object node, Map<String, String> names) {
    if (node instanceof List<?> items) {
      items.forEach(item -> rename(item, names));
    } else if (node instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> field : map.entrySet()) {
        if (REFERENCES.contains(field.getKey())
            && field.getValue() instanceof Map<?, ?> reference) {
          ((Map<String, Object>) reference)
              .computeIfPresent("name", (key, name) -> names.getOrDefault(name, (String) name));
        }
        rename(field.getValue(), names);
      }
    }
  }
}
