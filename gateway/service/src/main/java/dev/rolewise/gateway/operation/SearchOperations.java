package dev.rolewise.gateway.operation;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.MalformedRequest;
import dev.rolewise.content.contract.ScenarioAdviceRequest;
import dev.rolewise.content.contract.SearchRequest;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.content.DocumentReads;
import dev.rolewise.gateway.request.RequestLocale;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Questions that readers put together themselves: words to look for, signals they recognise. */
public final class SearchOperations {
  private static final int MOST_SIGNALS = 100;

  private final DocumentReads searches;
  private final Function<RoutingContext, String> requestId;

  /**
   * @param searches not the memory that keeps the documents: anybody can make up words, and what
   *     they find must push no document out
   */
  public SearchOperations(DocumentReads searches, Function<RoutingContext, String> requestId) {
    this.searches = searches;
    this.requestId = requestId;
  }

  /** The operations; one of them has a special path among those of the documents. */
  public List<Operation> all() {
    return List.of(
        Operation.get("search", "/search", this::search),
        Operation.get("adviseOnSignals", "/scenarios/advice", this::advise));
  }

  private void advise(RoutingContext context) {
    List<String> given = context.queryParam("signals");
    if (given.isEmpty()) {
      throw BusFailure.invalidValues(List.of(new Fault("/signals", "missing")));
    }
    List<String> signals =
        Stream.of(given.get(0).split(",", MOST_SIGNALS)).map(String::strip).toList();
    answer(
        context,
        ContentAddress.SCENARIO_ADVISE,
        locale -> new ScenarioAdviceRequest(locale, signals).toJson());
  }

  private void search(RoutingContext context) {
    List<String> typed = context.queryParam("q");
    String words = query(typed.isEmpty() ? "" : typed.get(0));
    answer(context, ContentAddress.SEARCH, locale -> new SearchRequest(locale, words).toJson());
  }

  /** In the first of the languages wished for that there is. */
  private void answer(
      RoutingContext context, String address, Function<String, JsonObject> inLanguage) {
    List<DocumentAsk> asks =
        RequestLocale.wishes(context).stream()
            .map(locale -> new DocumentAsk(address, inLanguage.apply(locale)))
            .toList();
    searches.answer(context, asks, requestId.apply(context));
  }

  private static String query(String typed) {
    try {
      return SearchRequest.normalised(typed);
    } catch (MalformedRequest refused) {
      throw BusFailure.invalidValues(List.of(new Fault(refused.pointer(), refused.code().code())));
    }
  }
}
