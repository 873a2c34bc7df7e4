package dev.rolewise.local.command;

import dev.rolewise.assessment.instrument.PublishedInstrument;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.content.contract.InstrumentExport;
import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.validation.PackLoader;
import java.util.List;
import java.util.Optional;

/** The instruments that come with this program: what one of their hashes stands for is certain. */
final class KnownInstruments {

  private static final String PACK = "packs/rolewise-core";

  private KnownInstruments() {}

  /**
   * An instrument as a round asks it.
   *
   * @param hash SHA-256 of the published document
   * @return empty when this program does not come with it
   */
  static Optional<Instrument> find(String hash, int initiatives) {
    return Bundled.INSTRUMENTS.stream()
        .filter(instrument -> instrument.hash().equals(hash))
        .findFirst()
        .map(instrument -> instrument.forInitiatives(initiatives));
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
  private static final class Bundled {
    static final List<PublishedInstrument> INSTRUMENTS =
        PackLoader.load(PackFiles.onClassPath(PACK)).documents(DocumentKind.INSTRUMENT).stream()
            .map(document -> PublishedInstrument.read(export(document).toBuffer()))
            .toList();
  }
}
