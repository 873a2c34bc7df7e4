package dev.rolewise.content.store;

import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.Manifest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What is current: small enough to keep in memory, and all that a warm read needs to know.
 *
 * @param manifest of the current pack
 * @param hash its content hash
 * @param hashes per kind, id to content hash
 * @param instruments id to version to content hash, earlier versions and those of other packs
 *     included: rounds that pinned one still show it
 * @param withdrawn content hashes of the instruments that open no new rounds
 */
public record CurrentPack(
    Manifest manifest,
    String hash,
    Map<DocumentKind, Map<String, String>> hashes,
    Map<String, SortedMap<Integer, String>> instruments,
    Set<String> withdrawn) {
  /** The current hash of a document. */
  public Optional<String> hash(DocumentKind kind, String id) {
    return Optional.ofNullable(hashes.getOrDefault(kind, Map.of()).get(id));
  }

  /**
   * The hash of one version of an instrument.
   *
   * @param version null for the one in the current pack
   */
  public Optional<String> instrument(String id, Integer version) {
    return version == null
        ? hash(DocumentKind.INSTRUMENT, id)
        : Optional.ofNullable(instruments.get(id)).map(versions -> versions.get(version));
  }

  /**
   * The language to answer in: the one asked for, else its main language ({@code nl} for {@code
   * nl-BE}), else the pack's default.
   *
   * @param locale an IETF tag, or null
   */
  public String language(String locale) {
    if (locale != null) {
      String tag = locale;
      while (true) {
        for (String language : manifest.languages()) {
          if (language.equalsIgnoreCase(tag)) {
            return language;
          }
        }
        int end = tag.lastIndexOf('-');
        if (end < 0) {
          break;
        }
        tag = tag.substring(0, end);
      }
    }
    return manifest.defaultLanguage();
  }
}
