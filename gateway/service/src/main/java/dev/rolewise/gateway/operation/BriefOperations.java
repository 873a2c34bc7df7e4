package dev.rolewise.gateway.operation;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.round.ReportRequest;
import dev.rolewise.content.contract.BriefVariant;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.RoleBriefRequest;
import dev.rolewise.gateway.brief.BriefMarkdown;
import dev.rolewise.gateway.brief.ReportBrief;
import dev.rolewise.gateway.brief.Vacancy;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.content.DocumentForm;
import dev.rolewise.gateway.content.DocumentReads;
import dev.rolewise.gateway.request.BearerToken;
import dev.rolewise.gateway.request.RequestLocale;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Drafts of role profiles: of any role, for anybody, and of what a report leaves open, for whoever
 * may read that report.
 */
public final class BriefOperations {
  private static final DocumentForm JSON =
      new DocumentForm(
          "json",
          "application/json; charset=utf-8",
          UnaryOperator.identity(),
          document -> fileName(document.toJsonObject(), "json"));
  private static final DocumentForm MARKDOWN =
      new DocumentForm(
          "markdown",
          "text/markdown; charset=utf-8",
          document -> markdown(document.toJsonObject()),
          document -> fileName(document.toJsonObject(), "md"));

  private final DocumentReads reads;
  private final Relay relay;
  private final Function<RoutingContext, String> requestId;

  /**
   * @param reads keeps the briefs of roles, which are the same for everybody
   * @param relay asks for the report with the reader's own right
   */
  public BriefOperations(
      DocumentReads reads, Relay relay, Function<RoutingContext, String> requestId) {
    this.reads = reads;
    this.relay = relay;
    this.requestId = requestId;
  }

  /** The operations. */
  public List<Operation> all() {
    return List.of(
        Operation.get("getRoleBrief", "/roles/{id}/brief", ofRole(JSON)),
        Operation.get("getRoleBriefMarkdown", "/roles/{id}/brief.md", ofRole(MARKDOWN)),
        Operation.get("getReportBrief", "/rounds/{id}/brief", ofReport(JSON)),
        Operation.get("getReportBriefMarkdown", "/rounds/{id}/brief.md", ofReport(MARKDOWN)));
  }

  private Handler<RoutingContext> ofRole(DocumentForm form) {
    return context -> {
      String id = context.pathParam("id");
      String variant = variant(context);
      List<DocumentAsk> asks =
          RequestLocale.wishes(context).stream()
              .map(locale -> new RoleBriefRequest(locale, id, variant).toJson())
              .map(body -> new DocumentAsk(ContentAddress.ROLE_BRIEF, body))
              .toList();
      reads.answer(context, asks, requestId.apply(context), form);
    };
  }

  private Handler<RoutingContext> ofReport(DocumentForm form) {
    return context -> {
      String locale = RequestLocale.of(context);
      String variant = variant(context);
      String role = parameter(context, "role", null);
      ReportRequest request =
          new ReportRequest(BearerToken.of(context), context.pathParam("id"), locale);
      relay.made(
          context,
          AssessmentAddresses.REPORT_GET,
          request.toJson(),
          reply -> {
            JsonObject report = reply.body().toJsonObject();
            Vacancy vacancy = Vacancy.in(report, role, variant);
            // whoever asked for no language by name gets both in the one that was found
            String found = reply.headers().get("language");
            String briefLocale =
                found == null || !context.queryParam("locale").isEmpty() ? locale : found;
            JsonObject whole = new RoleBriefRequest(briefLocale, vacancy.role(), variant).toJson();
            return reads
                .read(new DocumentAsk(ContentAddress.ROLE_BRIEF, whole), requestId.apply(context))
                .map(
                    brief -> {
                      JsonObject cut = ReportBrief.of(report, vacancy, brief.fields());
                      Buffer made = cut.toBuffer();
                      return new Relay.Made(
                          form.make().apply(made),
                          form.mediaType(),
                          form.fileName().apply(made),
                          brief.language());
                    });
          });
    };
  }

  private static String variant(RoutingContext context) {
    return parameter(context, "variant", BriefVariant.HIRE.code());
  }

  private static String parameter(RoutingContext context, String name, String otherwise) {
    List<String> given = context.queryParam(name);
    return given.isEmpty() ? otherwise : given.get(0);
  }

  private static Buffer markdown(JsonObject brief) {
    return Buffer.buffer(BriefMarkdown.of(brief).getBytes(StandardCharsets.UTF_8));
  }

  /** Ids of roles are in kebab-case, variants are words: nothing to quote. */
  private static String fileName(JsonObject brief, String ending) {
    return brief.getJsonObject("role").getString("id")
        + "-"
        + brief.getJsonObject("variant").getString("id")
        + "."
        + ending;
  }
}
