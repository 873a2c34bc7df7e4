package dev.rolewise.kubernetes.manifest;

/** Manifests that cannot even be put together. */
public final class ManifestFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  /** See {@link Finding}. */
  public ManifestFault(String rule, String where, String what) {
    super(rule + ": " + where + " " + what);
    this.finding = new Finding(rule, where, what);
  }

  /** What was found. */
  public Finding finding() {
    return finding;
  }
}
