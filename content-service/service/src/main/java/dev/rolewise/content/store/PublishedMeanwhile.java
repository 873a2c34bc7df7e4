package dev.rolewise.content.store;

/** Another version is current than the one an editor started from. */
public final class PublishedMeanwhile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Integer current;

  PublishedMeanwhile(Integer current) {
    super("PublishedMeanwhile", null, false, false);
    this.current = current;
  }

  /** The version that is current, null for none. */
  public Integer current() {
    return current;
  }
}
