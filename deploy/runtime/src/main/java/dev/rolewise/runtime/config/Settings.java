package dev.rolewise.runtime.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Raw settings of all sources, weakest first. A key is written with dots and hyphens ({@code
 * database.max-pool-size}); every source spells it its own way (see {@link Layer.Spelling}).
 *
 * @param layers the sources, the last one wins
 */
public record Settings(List<Layer> layers) {

  public Settings {
    layers = List.copyOf(layers);
  }

  /** Settings from a program instead of files: the local suite and tests. */
  public static Settings of(Map<String, ?> values) {
    return new Settings(List.of(Layer.of("given settings", Layer.Spelling.DOTTED, values)));
  }

  /** The value of the strongest source that has this key. */
  Optional<Found> find(String key) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      Layer layer = layers.get(i);
      Object value = layer.values().get(layer.spelling().spell(key));
      if (value != null) {
        return Optional.of(new Found(layer, layer.spelling().spell(key), value));
      }
    }
    return Optional.empty();
  }

  /** Those of the given keys that have another value here than there. */
  public Set<String> differences(Settings other, Iterable<String> keys) {
    Set<String> different = new LinkedHashSet<>();
    keys.forEach(
        key -> {
          if (!find(key).map(Found::value).equals(other.find(key).map(Found::value))) {
            different.add(key);
          }
        });
    return different;
  }

  /** Every name of every source that none of the given keys accounts for. */
  List<Found> notAmong(Iterable<String> knownKeys) {
    List<Found> strangers = new ArrayList<>();
    for (Layer layer : layers) {
      TreeMap<String, Object> left = new TreeMap<>(layer.values());
      knownKeys.forEach(key -> left.remove(layer.spelling().spell(key)));
      left.forEach((name, value) -> strangers.add(new Found(layer, name, value)));
    }
    return strangers;
  }

  /** A value and where it came from. */
  record Found(Layer layer, String name, Object value) {

    /** For fault messages, e.g. {@code ROLEWISE_HTTP_PORT (environment)}. */
    String place() {
      return name + " (" + layer.origin() + ")";
    }
  }

  /**
   * One source of settings.
   *
   * @param origin plain words for fault messages, e.g. {@code environment} or the file's path
   * @param spelling how this source writes a key
   * @param values name in this source's spelling -> String, Number, Boolean or a List of these
   */
  public record Layer(String origin, Spelling spelling, Map<String, Object> values) {

    public Layer {
      values = Map.copyOf(values);
    }

    /** Copies the values; entries without a value are left out. */
    public static Layer of(String origin, Spelling spelling, Map<String, ?> values) {
      return new Layer(
          origin,
          spelling,
          values.entrySet().stream()
              .filter(entry -> Objects.nonNull(entry.getValue()))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** How a source writes the key {@code database.max-pool-size}. */
    public enum Spelling {
      /** {@code database.max-pool-size}: files and secrets. */
      DOTTED {
        @Override
        String spell(String key) {
          return key;
        }
      },
      /** {@code ROLEWISE_DATABASE_MAX_POOL_SIZE}: the environment. */
      ENVIRONMENT {
        @Override
        String spell(String key) {
          return "ROLEWISE_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        }
      },
      /** {@code rolewise.database.max-pool-size}: system properties. */
      PROPERTY {
        @Override
        String spell(String key) {
          return "rolewise." + key;
        }
      };

      abstract String spell(String key);
    }
  }
}
