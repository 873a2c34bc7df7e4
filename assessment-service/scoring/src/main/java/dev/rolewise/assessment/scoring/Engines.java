package dev.rolewise.assessment.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The scoring rules by the version that stands in every report. Rules that change get a new version
 * beside the old ones: a report stays reproducible for as long as its version is listed here.
 */
public final class Engines {

  private static final Map<String, Function<Instrument, BundleEngine>> BY_VERSION = byVersion();

  private Engines() {}

  private static Map<String, Function<Instrument, BundleEngine>> byVersion() {
    Map<String, Function<Instrument, BundleEngine>> engines = new LinkedHashMap<>();
    engines.put(RoleGapScoring.ENGINE, RoleGapScoring::new);
    return Collections.unmodifiableMap(engines);
  }

  /** The known versions, oldest first. */
  public static Set<String> versions() {
    return BY_VERSION.keySet();
  }

  /**
   * The rules of one version for one instrument; empty for a version that is not known.
   *
   * @throws IllegalArgumentException when the instrument is none that the rules can work with
   */
  public static Optional<BundleEngine> of(String version, Instrument instrument) {
    return Optional.ofNullable(BY_VERSION.get(version)).map(engine -> engine.apply(instrument));
  }
}
