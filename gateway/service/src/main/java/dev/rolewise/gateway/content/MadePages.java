package dev.rolewise.gateway.content;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Pages made of documents. A page is made once and kept for as long as the documents that it was
 * made of are the ones that readers get, so that it can neither be older than they are nor has to
 * hear of a publication itself. Belongs to one event loop.
 */
public final class MadePages {
  private final Clock clock;
  private final Map<String, Made> pages;

  private record Made(List<KeptDocument> of, Optional<Instant> moment, CachedDocument page) {}

  /**
   * @param most how many are kept
   */
  public MadePages(Clock clock, int most) {
    this.clock = clock;
    this.pages =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Made> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * Answers with a page.
   *
   * @param key of the page: what it depends on beside the documents
   * @param language value of Content-Language
   * @param documents what it is made of
   * @param html makes it, of what the documents say and of the moment as of which that is right
   *     where it cannot be looked up whether it still is
   */
  public void answer(
      RoutingContext context,
      String key,
      String language,
      List<ReadDocument> documents,
      BiFunction<List<JsonObject>, Optional<Instant>, String> html) {
    made(
        context,
        key,
        documents,
        (fields, moment) -> CachedDocument.ofPage(html.apply(fields, moment), language));
  }

  /** The same with a text for programs, which has no language. */
  public void answerXml(
      RoutingContext context,
      String key,
      List<ReadDocument> documents,
      Function<List<JsonObject>, String> xml) {
    made(
        context,
        key,
        documents,
        (fields, moment) ->
            CachedDocument.ofText(xml.apply(fields), "application/xml; charset=utf-8"));
  }

  private void made(
      RoutingContext context,
      String key,
      List<ReadDocument> documents,
      BiFunction<List<JsonObject>, Optional<Instant>, CachedDocument> make) {
    List<KeptDocument> of = documents.stream().map(ReadDocument::kept).toList();
    Freshness freshness =
        documents.stream()
            .map(ReadDocument::freshness)
            .filter(Freshness::stale)
            .max(Comparator.comparingLong(Freshness::ageSeconds))
            .orElse(Freshness.FRESH);
    Optional<Instant> moment = freshness.stale() ? Optional.of(asOf(freshness)) : Optional.empty();
    Made made = pages.get(key);
    // the very same objects: what was read anew is another one, even when it says the same
    if (made == null || !sameObjects(made.of(), of) || !made.moment().equals(moment)) {
      List<JsonObject> fields = of.stream().map(KeptDocument::fields).toList();
      made = new Made(of, moment, make.apply(fields, moment));
      pages.put(key, made);
    }
    made.page().answer(context.request(), context.response(), freshness);
  }

  private Instant asOf(Freshness freshness) {
    return clock.instant().minusSeconds(freshness.ageSeconds()).truncatedTo(ChronoUnit.MINUTES);
  }

  private static boolean sameObjects(List<KeptDocument> one, List<KeptDocument> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int at = 0; at < one.size(); at++) {
      if (one.get(at) != other.get(at)) {
        return false;
      }
    }
    return true;
  }
}
