package dev.rolewise.assessment.report;

import dev.rolewise.assessment.bus.LocalisedDocument;
import dev.rolewise.assessment.contract.message.LocaleRequest;
import dev.rolewise.assessment.instrument.InstrumentSource;
import dev.rolewise.assessment.instrument.InstrumentTexts;
import dev.rolewise.assessment.instrument.PublishedInstrument;
import dev.rolewise.assessment.report.ExampleReports.Computed;
import dev.rolewise.runtime.bus.BusCall;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * Shows a finished report of an invented team, computed by the engine with the instrument that is
 * published now. The instrument is fetched once and again after each publication.
 */
public final class GetExampleReportOperation {
  private final InstrumentSource instruments;
  private final Scorer scorer;
  private final ExampleTeam team;
  private final ExampleReports reports;

  /**
   * Wires the operation.
   *
   * @param instruments where the instrument comes from
   * @param scorer computes the report
   * @param reports keeps it
   */
  public GetExampleReportOperation(
      InstrumentSource instruments, Scorer scorer, ExampleReports reports) {
    this.instruments = instruments;
    this.scorer = scorer;
    this.reports = reports;
    this.team = ExampleTeam.load();
  }

  /**
   * Answers a request.
   *
   * @param message {@link LocaleRequest}; needs no right
   * @param call the request's id
   * @return the report, labelled {@code example: true}
   */
  public Future<BusDocument> handle(JsonObject message, BusCall call) {
    String locale = LocaleRequest.fromJson(message).locale();
    return computed(call.requestId()).map(computed -> render(computed, locale));
  }

  private Future<Computed> computed(String requestId) {
    Optional<Computed> known = reports.find();
    return known.isPresent()
        ? Future.succeededFuture(known.get())
        : instruments.current(requestId).compose(this::compute);
  }

  private Future<Computed> compute(PublishedInstrument instrument) {
    var questionnaire = instrument.forInitiatives(team.initiatives());
    return scorer
        .score(questionnaire, team.facts(questionnaire), team.sheets(questionnaire))
        .map(scored -> new Computed(instrument, ScanReportJson.of(scored.report())))
        .onSuccess(reports::keep);
  }

  private BusDocument render(Computed computed, String locale) {
    InstrumentTexts texts = computed.instrument().texts(locale);
    JsonObject report =
        new ReportRenderer(texts)
            .render(
                computed.report(),
                team.head(computed.instrument(), texts.locale()),
                ReportComments.invented(
                    team.comments(
                        computed.instrument().forInitiatives(team.initiatives()), texts.locale())));
    return LocalisedDocument.of(report, texts.locale());
  }
}
