package dev.rolewise.assessment;

import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.report.ExampleReports;

/**
 * Documents that every instance of this process may use: they never change once computed.
 *
 * @param pinned instruments of the rounds
 * @param examples the example report
 */
record SharedDocuments(PinnedInstruments pinned, ExampleReports examples) {
  static SharedDocuments none() {
    return new SharedDocuments(new PinnedInstruments(), new ExampleReports());
  }
}
