package dev.rolewise.assessment;

import dev.rolewise.assessment.access.Capabilities;
import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.access.Secrets;
import dev.rolewise.assessment.access.Tickets;
import dev.rolewise.assessment.action.ActionOperations;
import dev.rolewise.assessment.bus.DatabaseAway;
import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.export.FileForm;
import dev.rolewise.assessment.export.ReportFiles;
import dev.rolewise.assessment.identity.LoginAttempts;
import dev.rolewise.assessment.identity.SessionOperations;
import dev.rolewise.assessment.identity.Sessions;
import dev.rolewise.assessment.identity.TeamOwnership;
import dev.rolewise.assessment.instrument.InstrumentSource;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.privacy.GetPrivacyOperation;
import dev.rolewise.assessment.privacy.PromiseTexts;
import dev.rolewise.assessment.release.CloseRoundOperation;
import dev.rolewise.assessment.release.LiveRelease;
import dev.rolewise.assessment.release.ReleaseMeters;
import dev.rolewise.assessment.release.RoundClosing;
import dev.rolewise.assessment.report.GetExampleReportOperation;
import dev.rolewise.assessment.report.GetReportBundleOperation;
import dev.rolewise.assessment.report.GetReportFileOperation;
import dev.rolewise.assessment.report.GetReportOperation;
import dev.rolewise.assessment.report.HideCommentOperation;
import dev.rolewise.assessment.report.ReportAccess;
import dev.rolewise.assessment.report.ReportReading;
import dev.rolewise.assessment.report.Scorer;
import dev.rolewise.assessment.round.DeleteRoundOperation;
import dev.rolewise.assessment.round.GetParticipationOperation;
import dev.rolewise.assessment.round.ListRoundsOperation;
import dev.rolewise.assessment.round.OpenRoundOperation;
import dev.rolewise.assessment.round.ReopenRoundOperation;
import dev.rolewise.assessment.round.RotateMemberOperation;
import dev.rolewise.assessment.round.RoundAccess;
import dev.rolewise.assessment.round.UpdateRoundOperation;
import dev.rolewise.assessment.share.CreateShareOperation;
import dev.rolewise.assessment.share.DeleteShareOperation;
import dev.rolewise.assessment.share.ListSharesOperation;
import dev.rolewise.assessment.sheet.DrawTicketOperation;
import dev.rolewise.assessment.sheet.SheetQueues;
import dev.rolewise.assessment.sheet.SubmissionMeters;
import dev.rolewise.assessment.sheet.SubmitSheetOperation;
import dev.rolewise.assessment.team.CreateTeamOperation;
import dev.rolewise.assessment.team.DeleteTeamOperation;
import dev.rolewise.assessment.team.GetTeamOperation;
import dev.rolewise.assessment.team.RecoverOrganiserOperation;
import dev.rolewise.assessment.team.RotateOrganiserOperation;
import dev.rolewise.assessment.team.TeamChoices;
import dev.rolewise.assessment.team.UpdateTeamOperation;
import dev.rolewise.assessment.trend.GetTrendOperation;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.runtime.bus.BusCall;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusServer;
import dev.rolewise.runtime.metrics.Meters;
import dev.rolewise.runtime.postgres.PostgresPool;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Wires every operation to its address; holds no state of any request. */
final class AssessmentVerticle extends VerticleBase {
  private final AssessmentSettings settings;
  private final Clock clock;
  private final SharedDocuments documents;
  private final SheetQueues queues;
  private Pool pool;
  private Scorer scorer;
  private ReportFiles files;
  private BusServer server;

  AssessmentVerticle(
      AssessmentSettings settings, Clock clock, SharedDocuments documents, SheetQueues queues) {
    this.settings = settings;
    this.clock = clock;
    this.documents = documents;
    this.queues = queues;
  }

  @Override
  public Future<?> start() {
    pool = PostgresPool.create(vertx, settings.database());
    scorer = Scorer.start(vertx);
    files = ReportFiles.start(vertx);
    server = BusServer.create(vertx);
    SubmissionMeters.register(Meters.of(vertx));
    ReleaseMeters.register(Meters.of(vertx));
    BusClient bus = BusClient.create(vertx);
    InstrumentSource source = new InstrumentSource(bus);
    PinnedInstruments pinned = documents.pinned();
    Secrets secrets = new Secrets();
    Rights rights = new Rights(pool, clock);
    TurnoutHints hints = new TurnoutHints(bus);
    PromiseTexts promise = PromiseTexts.load();
    Sessions sessions = new Sessions(secrets, clock);
    TeamChoices choices = new TeamChoices(source, Set.copyOf(PromiseTexts.LANGUAGES));
    teams(rights, new Capabilities(secrets), sessions, choices, hints);
    rounds(rights, secrets, source, pinned, hints);
    members(rights, secrets, sessions, pinned, hints, promise);
    signingIn(secrets, sessions);
    publicDocuments(rights, source, pinned, promise);
    return server.start();
  }

  @Override
  public Future<?> stop() {
    return server
        .stop()
        .compose(done -> scorer.close())
        .compose(done -> files.close())
        .compose(done -> pool.close());
  }

  private void teams(
      Rights rights,
      Capabilities capabilities,
      Sessions sessions,
      TeamChoices choices,
      TurnoutHints hints) {
    jsonCall(
        AssessmentAddresses.TEAM_CREATE,
        new CreateTeamOperation(pool, capabilities, sessions, choices)::handle);
    json(AssessmentAddresses.TEAM_GET, new GetTeamOperation(pool, rights)::handle);
    jsonCall(
        AssessmentAddresses.TEAM_UPDATE, new UpdateTeamOperation(pool, rights, choices)::handle);
    json(AssessmentAddresses.TEAM_DELETE, new DeleteTeamOperation(pool, rights, hints)::handle);
    json(
        AssessmentAddresses.ORGANISER_ROTATE,
        new RotateOrganiserOperation(pool, rights, capabilities)::handle);
    json(
        AssessmentAddresses.ORGANISER_RECOVER,
        new RecoverOrganiserOperation(pool, capabilities)::handle);
  }

  private void rounds(
      Rights rights,
      Secrets secrets,
      InstrumentSource source,
      PinnedInstruments pinned,
      TurnoutHints hints) {
    RoundAccess access = new RoundAccess(pool, rights);
    Capabilities capabilities = new Capabilities(secrets);
    Tickets tickets = new Tickets(secrets);
    RoundClosing closing = new RoundClosing(pool, pinned, scorer, hints, clock);
    OpenRoundOperation open =
        new OpenRoundOperation(
            pool, rights, capabilities, tickets, source, settings.largestSize(), clock);
    jsonCall(AssessmentAddresses.ROUND_OPEN, open::handle);
    json(AssessmentAddresses.ROUND_LIST, new ListRoundsOperation(pool, rights)::handle);
    json(
        AssessmentAddresses.ROUND_GET,
        message -> access.read(message).map(round -> round.toMessage().toJson()));
    json(
        AssessmentAddresses.ROUND_UPDATE,
        new UpdateRoundOperation(access, tickets, hints, settings.largestSize(), clock)::handle);
    json(AssessmentAddresses.ROUND_DELETE, new DeleteRoundOperation(access, hints)::handle);
    json(AssessmentAddresses.ROUND_CLOSE, new CloseRoundOperation(access, closing)::handle);
    json(AssessmentAddresses.ROUND_REOPEN, new ReopenRoundOperation(access, hints, clock)::handle);
    json(
        AssessmentAddresses.MEMBER_ROTATE, new RotateMemberOperation(access, capabilities)::handle);
    json(
        AssessmentAddresses.SHARE_CREATE, new CreateShareOperation(access, secrets, clock)::handle);
    json(AssessmentAddresses.SHARE_LIST, new ListSharesOperation(pool, rights, clock)::handle);
    json(AssessmentAddresses.SHARE_DELETE, new DeleteShareOperation(pool, rights, clock)::handle);
    ActionOperations actions = new ActionOperations(pool, rights, clock);
    json(AssessmentAddresses.ACTION_CREATE, actions::create);
    json(AssessmentAddresses.ACTION_LIST, actions::list);
    json(AssessmentAddresses.ACTION_UPDATE, actions::update);
    json(AssessmentAddresses.ACTION_DELETE, actions::delete);
    json(AssessmentAddresses.COMMENT_UPDATE, new HideCommentOperation(access)::handle);
  }

  private void members(
      Rights rights,
      Secrets secrets,
      Sessions sessions,
      PinnedInstruments pinned,
      TurnoutHints hints,
      PromiseTexts promise) {
    json(
        AssessmentAddresses.PARTICIPATION_GET,
        new GetParticipationOperation(pool, rights, promise, clock)::handle);
    json(
        AssessmentAddresses.TICKET_DRAW,
        new DrawTicketOperation(
                pool, rights, new Tickets(secrets), sessions, settings.ticketsPerPerson(), clock)
            ::handle);
    SubmitSheetOperation submit =
        new SubmitSheetOperation(
            pool,
            pinned,
            secrets,
            new LiveRelease(pool, pinned, scorer, hints),
            hints,
            clock,
            queues,
            context);
    server.json(
        AssessmentAddresses.SHEET_SUBMIT,
        message ->
            // what a handler throws is a refusal, too
            Future.succeededFuture(message)
                .compose(submit::handle)
                .recover(DatabaseAway::translate)
                .onFailure(SubmissionMeters::refused));
  }

  private void signingIn(Secrets secrets, Sessions sessions) {
    LoginAttempts attempts = new LoginAttempts(pool, secrets, clock);
    json(AssessmentAddresses.SESSION_BEGIN, attempts::begin);
    json(AssessmentAddresses.SESSION_TAKE, attempts::take);
    Capabilities capabilities = new Capabilities(secrets);
    SessionOperations operations = new SessionOperations(pool, sessions, capabilities);
    json(AssessmentAddresses.SESSION_CREATE, operations::create);
    json(AssessmentAddresses.SESSION_GET, operations::get);
    json(AssessmentAddresses.SESSION_END, operations::end);
    json(AssessmentAddresses.SESSION_ORGANISER, operations::organiser);
    TeamOwnership ownership = new TeamOwnership(pool, sessions, capabilities);
    json(AssessmentAddresses.SESSION_CLAIM, ownership::claim);
    json(AssessmentAddresses.SESSION_LEAVE, ownership::leave);
  }

  private void publicDocuments(
      Rights rights, InstrumentSource source, PinnedInstruments pinned, PromiseTexts promise) {
    GetExampleReportOperation example =
        new GetExampleReportOperation(source, scorer, documents.examples());
    document(AssessmentAddresses.EXAMPLE_REPORT_GET, example::handle);
    server.hint(ContentAddress.PUBLISHED, hint -> documents.examples().forget());
    ReportAccess access = new ReportAccess(pool, rights);
    ReportReading reading = new ReportReading(pool, pinned);
    GetReportOperation report = new GetReportOperation(access, reading);
    document(AssessmentAddresses.REPORT_GET, (message, call) -> report.handle(message));
    reportFile(AssessmentAddresses.REPORT_CSV_GET, access, reading, FileForm.CSV);
    reportFile(AssessmentAddresses.REPORT_XLSX_GET, access, reading, FileForm.XLSX);
    reportFile(AssessmentAddresses.REPORT_PDF_GET, access, reading, FileForm.PDF);
    GetReportBundleOperation bundle = new GetReportBundleOperation(pool, access, pinned, scorer);
    document(AssessmentAddresses.REPORT_BUNDLE_GET, (message, call) -> bundle.handle(message));
    GetTrendOperation trend = new GetTrendOperation(pool, rights, pinned);
    document(AssessmentAddresses.TREND_GET, (message, call) -> trend.handle(message));
    GetPrivacyOperation privacy = new GetPrivacyOperation(pool, promise);
    document(AssessmentAddresses.PRIVACY_GET, (message, call) -> privacy.handle(message));
  }

  private void reportFile(
      String address, ReportAccess access, ReportReading reading, FileForm form) {
    GetReportFileOperation file = new GetReportFileOperation(access, reading, files, form);
    document(address, (message, call) -> file.handle(message));
  }

  private void json(String address, Function<JsonObject, Future<JsonObject>> operation) {
    server.json(address, message -> operation.apply(message).recover(DatabaseAway::translate));
  }

  private void jsonCall(
      String address, BiFunction<JsonObject, BusCall, Future<JsonObject>> operation) {
    server.jsonCall(
        address,
        (message, call) -> operation.apply(message, call).recover(DatabaseAway::translate));
  }

  private void document(
      String address, BiFunction<JsonObject, BusCall, Future<BusDocument>> operation) {
    server.documentCall(
        address,
        (message, call) -> operation.apply(message, call).recover(DatabaseAway::translate));
  }
}
