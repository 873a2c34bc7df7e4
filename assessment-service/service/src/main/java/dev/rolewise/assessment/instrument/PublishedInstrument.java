package dev.rolewise.assessment.instrument;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.content.contract.InstrumentExport;
import dev.rolewise.runtime.json.CanonicalJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * A published instrument with everything a round needs of it: structure, texts in all languages,
 * and what scoring reads. Its hash has been checked. Never changed after construction.
 */
public final class PublishedInstrument {
  private final InstrumentExport export;
  private final Instrument scored;
  private final String document;

  private PublishedInstrument(InstrumentExport export, Instrument scored, String document) {
    this.export = export;
    this.scored = scored;
    this.document = document;
  }

  /**
   * Reads an exported instrument.
   *
   * @param document the bytes that travelled over the bus, or those stored with a round
   * @return the instrument
   * @throws IllegalArgumentException when the hash does not belong to the contents, or the contents
   *     are no instrument
   */
  public static PublishedInstrument read(Buffer document) {
    InstrumentExport export;
    Instrument scored;
    try {
      export = InstrumentExport.from(document);
      scored = InstrumentMapping.map(export);
    } catch (RuntimeException malformed) {
      throw new IllegalArgumentException("not an instrument", malformed);
    }
    if (!hashOf(export).equals(export.hash())) {
      throw new IllegalArgumentException(
          "the contents of instrument " + export.id() + " do not have its hash");
    }
    return new PublishedInstrument(export, scored, document.toString());
  }

  private static String hashOf(InstrumentExport export) {
    return CanonicalJson.sha256(
        new JsonObject().put("structure", export.structure()).put("texts", export.texts()));
  }

  /**
   * The instrument's id.
   *
   * @return such as role-gap-scan
   */
  public String id() {
    return export.id();
  }

  /**
   * The instrument's version.
   *
   * @return counts from 1
   */
  public int version() {
    return export.version();
  }

  /**
   * The instrument's hash.
   *
   * @return 64 hexadecimal digits
   */
  public String hash() {
    return export.hash();
  }

  /**
   * What is stored with a round.
   *
   * @return JSON text as it travelled
   */
  public String document() {
    return document;
  }

  /**
   * The instrument as scoring reads it.
   *
   * @param initiatives connected initiatives of the round
   * @return reduced to the sides that count for so many
   */
  public Instrument forInitiatives(int initiatives) {
    return scored.forInitiatives(initiatives);
  }

  /**
   * The instrument's texts.
   *
   * @param locale language asked for, or null
   * @return texts in that language, or in English, or in the first language there is
   */
  public InstrumentTexts texts(String locale) {
    return InstrumentTexts.of(export, locale);
  }
}
