package dev.rolewise.content.store;

/** A pack that contradicts what has been published; says in one sentence what to do about it. */
public final class PublicationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PublicationRefused(String sentence) {
    super(sentence);
  }

  static PublicationRefused samePackVersion(String id, int version) {
    return new PublicationRefused(
        "Content pack %s version %d is already published with other content (the hash differs); raise \"version\" in its pack.json."
            .formatted(id, version));
  }

  static PublicationRefused sameInstrumentVersion(String id, int version) {
    return new PublicationRefused(
        "Instrument %s version %d is already published with other content (the hash differs); raise \"version\" in instruments/%s.json."
            .formatted(id, version, id));
  }
}
