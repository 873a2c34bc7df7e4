package dev.rolewise.local.command.simulate;

import dev.rolewise.assessment.instrument.PublishedInstrument;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.content.contract.InstrumentExport;
import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.validation.PackLoader;

/**
 * The role-gap scan that is packed with the program: read and checked as for publication, mapped as
 * for a round, without a database.
 */
final class PackagedInstrument {

  private static final String PACK = "packs/rolewise-core";
  private static final String ID = "role-gap-scan";

  private PackagedInstrument() {}

  /** The whole instrument, not reduced for a number of initiatives. */
  static Instrument roleGapScan() {
    Document document =
        PackLoader.load(PackFiles.onClassPath(PACK)).documents(DocumentKind.INSTRUMENT).stream()
            .filter(instrument -> instrument.id().equals(ID))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the packed content has no " + ID));
    InstrumentExport export =
        new InstrumentExport(
            document.id(),
            document.structure().getInteger("version"),
            document.hash(),
            document.structure(),
            document.textsJson());
    return PublishedInstrument.read(export.toBuffer()).forInitiatives(Integer.MAX_VALUE);
  }
}
