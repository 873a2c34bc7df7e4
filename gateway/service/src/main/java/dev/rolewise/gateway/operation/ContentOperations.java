package dev.rolewise.gateway.operation;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.message.LocaleRequest;
import dev.rolewise.content.contract.CatalogueRequest;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.DocumentRequest;
import dev.rolewise.content.contract.InstrumentRequest;
import dev.rolewise.content.contract.ResponsibilityListRequest;
import dev.rolewise.content.contract.RoleCompareRequest;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.content.DocumentReads;
import dev.rolewise.gateway.request.RequestLocale;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What anybody may read: roles, scenarios, instruments, guides, the example report, the promise,
 * the contract itself.
 */
public final class ContentOperations {
  private static final int MOST_IDS = 20;
  private static final String LOCALE = "locale";

  private final DocumentReads reads;
  private final Function<RoutingContext, String> requestId;
  private final String contract;

  /**
   * @param contract the OpenAPI document as text
   */
  public ContentOperations(
      DocumentReads reads, Function<RoutingContext, String> requestId, String contract) {
    this.reads = reads;
    this.requestId = requestId;
    this.contract = contract;
  }

  /** The operations, special paths before general ones. */
  public List<Operation> all() {
    return List.of(
        Operation.get("listRoles", "/roles", catalogue(ContentAddress.ROLE_LIST)),
        Operation.get("compareRoles", "/roles/compare", this::compare),
        Operation.get("getRole", "/roles/{id}", document(ContentAddress.ROLE_GET)),
        Operation.get("listScenarios", "/scenarios", catalogue(ContentAddress.SCENARIO_LIST)),
        Operation.get("getScenario", "/scenarios/{id}", document(ContentAddress.SCENARIO_GET)),
        Operation.get("listInstruments", "/instruments", catalogue(ContentAddress.INSTRUMENT_LIST)),
        Operation.get("getInstrument", "/instruments/{id}", this::instrument),
        Operation.get(
            "getInstrumentVersion", "/instruments/{id}/versions/{version}", this::instrument),
        Operation.get("getGlossary", "/glossary", catalogue(ContentAddress.GLOSSARY_GET)),
        Operation.get("listGuides", "/guides", catalogue(ContentAddress.GUIDE_LIST)),
        Operation.get("getGuide", "/guides/{id}", document(ContentAddress.GUIDE_GET)),
        Operation.get("listResponsibilities", "/responsibilities", this::responsibilities),
        Operation.get(
            "getResponsibility",
            "/responsibilities/{id}",
            document(ContentAddress.RESPONSIBILITY_GET)),
        Operation.get(
            "getExampleReport",
            "/example-report",
            localised(AssessmentAddresses.EXAMPLE_REPORT_GET)),
        Operation.get("getPrivacy", "/privacy", localised(AssessmentAddresses.PRIVACY_GET)),
        Operation.get(
            "getContract", "/openapi.yaml", DocumentReads.fixed(contract, "application/yaml")));
  }

  private Handler<RoutingContext> catalogue(String address) {
    return context ->
        answer(context, address, new CatalogueRequest(RequestLocale.of(context)).toJson());
  }

  private Handler<RoutingContext> document(String address) {
    return context ->
        answer(
            context,
            address,
            new DocumentRequest(RequestLocale.of(context), context.pathParam("id")).toJson());
  }

  private Handler<RoutingContext> localised(String address) {
    return context ->
        answer(context, address, new LocaleRequest(null, RequestLocale.of(context)).toJson());
  }

  private void instrument(RoutingContext context) {
    String version = context.pathParam("version");
    if (version != null && !version.matches("[1-9][0-9]{0,8}")) {
      throw BusFailure.notFound();
    }
    InstrumentRequest request =
        new InstrumentRequest(
            RequestLocale.of(context),
            context.pathParam("id"),
            version == null ? null : Integer.valueOf(version));
    answer(context, ContentAddress.INSTRUMENT_GET, request.toJson());
  }

  private void responsibilities(RoutingContext context) {
    List<String> role = context.queryParam("role");
    ResponsibilityListRequest request =
        new ResponsibilityListRequest(
            RequestLocale.of(context), role.isEmpty() ? null : role.get(0));
    answer(context, ContentAddress.RESPONSIBILITY_LIST, request.toJson());
  }

  private void compare(RoutingContext context) {
    List<String> given = context.queryParam("ids");
    if (given.isEmpty()) {
      throw BusFailure.invalidValues(List.of(new Fault("/ids", "missing")));
    }
    List<String> ids = Stream.of(given.get(0).split(",", MOST_IDS)).map(String::strip).toList();
    answer(
        context,
        ContentAddress.ROLE_COMPARE,
        new RoleCompareRequest(RequestLocale.of(context), ids).toJson());
  }

  /** In the first of the languages wished for that there is. */
  private void answer(RoutingContext context, String address, JsonObject body) {
    List<DocumentAsk> asks =
        RequestLocale.wishes(context).stream()
            .map(locale -> new DocumentAsk(address, body.copy().put(LOCALE, locale)))
            .toList();
    reads.answer(context, asks, requestId.apply(context));
  }
}
