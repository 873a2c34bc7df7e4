package dev.rolewise.local.instrument;

import dev.rolewise.assessment.instrument.PublishedInstrument;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.content.contract.InstrumentExport;
import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.validation.PackLoader;
import java.util.List;
import java.util.Optional;

/**
 * The instruments that come with this program, read and checked as for publication, mapped as for a
 * round, without a database: what one of their hashes stands for is certain.
 */
public final class PackagedInstruments {

  private static final String PACK = "packs/rolewise-core";
  private static final String ROLE_GAP_SCAN = "role-gap-scan";

  private PackagedInstruments() {}

  /**
   * An instrument as a round asks it.
   *
   * @param hash SHA-256 of the published document
   * @return empty when this program does not come with it
   */
  public static Optional<Instrument> find(String hash, int initiatives) {
    return Packed.INSTRUMENTS.stream()
        .filter(instrument -> instrument.hash().equals(hash))
        .findFirst()
        .map(instrument -> instrument.forInitiatives(initiatives));
  }

  /**
   * Whether this program comes with this version of an instrument. A version never changes, so one
   * with another hash than the packed one's is not what it says.
   */
  public static boolean contains(String id, int version) {
    return Packed.INSTRUMENTS.stream()
        .anyMatch(instrument -> instrument.id().equals(id) && instrument.version() == version);
  }

  /** The whole Role Gap Scan, not reduced for a number of initiatives. */
  public static Instrument roleGapScan() {
    return Packed.INSTRUMENTS.stream()
        .filter(instrument -> instrument.id().equals(ROLE_GAP_SCAN))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the packed content has no " + ROLE_GAP_SCAN))
        .forInitiatives(Integer.MAX_VALUE);
  }

  private static InstrumentExport export(Document document) {
    return new InstrumentExport(
        document.id(),
        document.structure().getInteger("version"),
        document.hash(),
        document.structure(),
        document.textsJson());
  }

  /** Read on first use, and once. */
  private static final class Packed {
    static final List<PublishedInstrument> INSTRUMENTS =
        PackLoader.load(PackFiles.onClassPath(PACK)).documents(DocumentKind.INSTRUMENT).stream()
            .map(document -> PublishedInstrument.read(export(document).toBuffer()))
            .toList();
  }
}
