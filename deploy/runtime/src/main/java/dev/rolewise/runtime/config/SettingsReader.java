package dev.rolewise.runtime.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads settings with their types and ranges and collects every fault instead of stopping at the
 * first. A read that fails returns a stand-in, so that reading can go on; {@link #finish} throws
 * before any stand-in can be used. Every read also makes its key known: what is left over at the
 * end is a typing error and a fault.
 *
 * <p>Not for use by several threads at once.
 */
public final class SettingsReader {

  private final Settings settings;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<String> faults = new ArrayList<>();

  public SettingsReader(Settings settings) {
    this.settings = settings;
  }

  /** A text, or the fallback when it is not set. Blank counts as not set. */
  public String text(String key, String fallback) {
    return optionalText(key).orElse(fallback);
  }

  /** A text that must be there. */
  public String requiredText(String key) {
    return optionalText(key).orElseGet(() -> missing(key, ""));
  }

  /** A text that may be absent. Blank counts as absent. */
  public Optional<String> optionalText(String key) {
    return read(key, "text", SettingsReader::asText).filter(text -> !text.isBlank());
  }

  /** A whole number within {@code minimum..maximum}, both included. */
  public int whole(String key, int fallback, int minimum, int maximum) {
    Optional<Long> value = read(key, "a whole number", SettingsReader::asWhole);
    if (value.isEmpty()) {
      return fallback;
    }
    if (value.get() < minimum || value.get() > maximum) {
      fault(key, "must be between " + minimum + " and " + maximum + ", but is " + value.get());
      return fallback;
    }
    return value.get().intValue();
  }

  /** A duration such as {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h} or {@code 7d}. */
  public Duration duration(String key, Duration fallback, Duration minimum, Duration maximum) {
    Optional<Duration> value =
        read(key, "a duration such as 500ms, 5s, 2m, 1h or 7d", Durations::parse);
    if (value.isEmpty()) {
      return fallback;
    }
    if (value.get().compareTo(minimum) < 0 || value.get().compareTo(maximum) > 0) {
      fault(
          key,
          "must be between "
              + Durations.print(minimum)
              + " and "
              + Durations.print(maximum)
              + ", but is "
              + Durations.print(value.get()));
      return fallback;
    }
    return value.get();
  }

  /** {@code true} or {@code false}, nothing else. */
  public boolean flag(String key, boolean fallback) {
    return read(key, "true or false", SettingsReader::asFlag).orElse(fallback);
  }

  /** One of an enum's names, in any case and with hyphens for underscores. */
  public <E extends Enum<E>> E choice(String key, E fallback, Class<E> type) {
    String names =
        Arrays.stream(type.getEnumConstants())
            .map(SettingsReader::printed)
            .collect(Collectors.joining(", "));
    return read(
            key,
            "one of " + names,
            value ->
                Arrays.stream(type.getEnumConstants())
                    .filter(constant -> printed(constant).equalsIgnoreCase(value.toString().trim()))
                    .findFirst()
                    .orElse(null))
        .orElse(fallback);
  }

  /** An http or https address without a trailing slash; absent when it is not set. */
  public Optional<URI> webAddress(String key) {
    return read(key, "an address such as https://rolewise.example", SettingsReader::asWebAddress);
  }

  /** A path of the file system; it need not exist. */
  public Path path(String key, Path fallback) {
    return optionalText(key).map(Path::of).orElse(fallback);
  }

  /** Texts, as a JSON array in a file or separated by commas elsewhere. */
  public List<String> list(String key, List<String> fallback) {
    return read(key, "a list of texts", SettingsReader::asList).orElse(fallback);
  }

  /** A secret that must be there. */
  public Secret secret(String key) {
    return optionalSecret(key).orElseGet(() -> missing(key, Secret.of("")));
  }

  /** A secret that may be absent. */
  public Optional<Secret> optionalSecret(String key) {
    return optionalText(key).map(Secret::of);
  }

  /** Adds a fault of the caller's own, e.g. two settings that contradict each other. */
  public void fault(String key, String message) {
    faults.add(settings.find(key).map(Settings.Found::place).orElse(key) + " " + message + ".");
  }

  /** Every key that has been read so far. */
  public Set<String> keys() {
    return Set.copyOf(known);
  }

  /**
   * Ends the reading.
   *
   * @return what the supplier builds
   * @throws ConfigurationFaults with every fault and every unknown key, before building anything
   */
  public <T> T finish(Supplier<T> result) {
    List<String> all = new ArrayList<>(faults);
    for (Settings.Found stranger : settings.notAmong(known)) {
      all.add(
          stranger.place()
              + " is not a setting of this program"
              + UnknownKeys.hint(stranger, known));
    }
    if (!all.isEmpty()) {
      throw new ConfigurationFaults(all);
    }
    return result.get();
  }

  private <T> Optional<T> read(String key, String expected, Function<Object, T> conversion) {
    known.add(key);
    Optional<Settings.Found> found = settings.find(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    T value = conversion.apply(found.get().value());
    if (value == null) {
      // the value itself stays out of the message: it could be a secret under the wrong key
      fault(key, "must be " + expected);
    }
    return Optional.ofNullable(value);
  }

  private <T> T missing(String key, T standIn) {
    // a value of the wrong type has its own fault already
    if (settings
        .find(key)
        .map(Settings.Found::value)
        .filter(v -> !v.toString().isBlank())
        .isEmpty()) {
      faults.add(
          key
              + " is missing: set it in the configuration file, in the directory of secrets or as "
              + Settings.Layer.Spelling.ENVIRONMENT.spell(key)
              + ".");
    }
    return standIn;
  }

  private static String asText(Object value) {
    return value instanceof List || value instanceof Boolean ? null : value.toString();
  }

  private static Long asWhole(Object value) {
    try {
      return value instanceof Integer || value instanceof Long || value instanceof String
          ? Long.valueOf(value.toString().trim())
          : null;
    } catch (NumberFormatException notWhole) {
      return null;
    }
  }

  private static Boolean asFlag(Object value) {
    return switch (value.toString().trim().toLowerCase(Locale.ROOT)) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static URI asWebAddress(Object value) {
    try {
      URI address = URI.create(value.toString().trim().replaceAll("/+$", ""));
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return web
              && address.getHost() != null
              && address.getQuery() == null
              && address.getFragment() == null
          ? address
          : null;
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  private static List<String> asList(Object value) {
    if (value instanceof List<?> items) {
      return items.stream().allMatch(String.class::isInstance)
          ? items.stream().map(String.class::cast).toList()
          : null;
    }
    return Arrays.stream(value.toString().split(","))
        .map(String::trim)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  private static String printed(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
