package dev.rolewise.content.operation;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.FaultCode;
import dev.rolewise.content.contract.ScenarioAdviceRequest;
import dev.rolewise.content.lookup.ScenarioAdvice;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.store.CurrentPack;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the scenarios advise to a team that recognises some of their signals, and why.
 *
 * @param documents of their own, as those of a {@link Search}: there are endless combinations
 */
public record AdviseOnSignals(Documents documents) implements Operation {
  @Override
  public String address() {
    return ContentAddress.SCENARIO_ADVISE;
  }

  @Override
  public Future<BusDocument> answer(JsonObject body) {
    ScenarioAdviceRequest request = ScenarioAdviceRequest.from(body);
    return documents.whole(
        address(),
        String.join(",", request.signals()),
        request.locale(),
        (pack, language) -> advise(pack, language, request.signals()));
  }

  private Future<JsonObject> advise(CurrentPack pack, String language, List<String> signals) {
    return Finished.of(documents.library(), pack, language)
        .compose(
            all ->
                documents
                    .library()
                    .documents(pack, DocumentKind.SCENARIO)
                    .map(
                        stored ->
                            new ScenarioAdvice(
                                Finished.finished(stored, pack, language), names(all))))
        .compose(
            advice -> {
              List<Fault> faults = faults(signals, advice);
              return faults.isEmpty()
                  ? Future.succeededFuture(advice.weigh(signals))
                  : Future.failedFuture(BusFailure.invalidValues(faults));
            });
  }

  private static Map<String, String> names(Finished all) {
    Map<String, String> names = new LinkedHashMap<>();
    all.roles().forEach(role -> names.put(role.getString("id"), role.getString("name")));
    return names;
  }

  private static List<Fault> faults(List<String> signals, ScenarioAdvice advice) {
    List<Fault> faults = new ArrayList<>();
    if (signals.isEmpty() || signals.size() > ScenarioAdviceRequest.MOST) {
      faults.add(new Fault("/signals", FaultCode.OUT_OF_RANGE.code()));
    }
    Set<String> seen = new HashSet<>();
    // beyond the most that could be right, one fault says enough
    for (int i = 0; i < Math.min(signals.size(), ScenarioAdviceRequest.MOST); i++) {
      if (!advice.has(signals.get(i))) {
        faults.add(new Fault("/signals/" + i, FaultCode.UNKNOWN_ID.code()));
      } else if (!seen.add(signals.get(i))) {
        faults.add(new Fault("/signals/" + i, FaultCode.DUPLICATE.code()));
      }
    }
    return faults;
  }
}
