package dev.rolewise.assessment.bundle;

import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.bundle.AreaFigures;
import dev.rolewise.assessment.scoring.bundle.RoleSpread;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.bundle.StoredChecks;
import dev.rolewise.assessment.scoring.bundle.StruggleSums;
import dev.rolewise.assessment.scoring.bundle.StruggleSums.CompleteSums;
import dev.rolewise.assessment.scoring.bundle.StruggleSums.WordingSums;
import dev.rolewise.assessment.scoring.bundle.VoteSums;
import dev.rolewise.runtime.json.CanonicalJson;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** Writes bundles; the public contract describes the shape as {@code ReportBundle}. */
public final class BundleWriter {

  /** The field that holds the hash over all others. */
  static final String HASH = "hash";

  private BundleWriter() {}

  /**
   * Writes a bundle.
   *
   * @param bundle the numbers
   * @return the document with its hash
   */
  public static JsonObject write(ReportBundle bundle) {
    return sealed(
        new JsonObject()
            .put("format", ReportBundle.FORMAT)
            .put("formatVersion", ReportBundle.FORMAT_VERSION)
            .put("engine", bundle.engine())
            .put("round", round(bundle.facts()))
            .put("instrument", BundleInstrument.write(bundle.instrument()))
            .put("sums", sums(bundle.sums()))
            .put("report", bundle.report()));
  }

  /**
   * Puts the hash that belongs to a document into it.
   *
   * @param document with or without a hash; changed
   * @return the same document
   */
  public static JsonObject sealed(JsonObject document) {
    document.remove(HASH);
    return document.put(HASH, CanonicalJson.sha256(document));
  }

  private static JsonObject round(RoundFacts facts) {
    return new JsonObject()
        .put("size", facts.size())
        .put("k", facts.k())
        .put("initiatives", facts.initiatives())
        .put("rolesPresent", new JsonArray(facts.rolesPresent()))
        .put("received", facts.received());
  }

  /**
   * Writes sums alone.
   *
   * @param sums of a round
   * @return as they stand in a bundle
   */
  public static JsonObject sums(RoundSums sums) {
    JsonObject spreads = new JsonObject();
    sums.spreads().forEach((role, spread) -> spreads.put(role, spread(spread)));
    return new JsonObject()
        .put("people", sums.people())
        .put("areas", each(sums.areas(), BundleWriter::area))
        .put("votes", votes(sums.votes()))
        .put("spreads", spreads)
        .put("stored", stored(sums.stored()));
  }

  private static JsonObject area(AreaFigures area) {
    return new JsonObject()
        .put("id", area.id())
        .put("struggle", struggle(area.struggle()))
        .put("coverage", area.coverage() == null ? null : new JsonArray(area.coverage()));
  }

  private static JsonObject struggle(StruggleSums struggle) {
    return struggle == null
        ? null
        : new JsonObject()
            .put("raters", struggle.raters())
            .put("halves", struggle.halves())
            .put("distribution", new JsonArray(struggle.distribution()))
            .put("dontKnow", struggle.dontKnow())
            .put("a", wording(struggle.a()))
            .put("b", wording(struggle.b()))
            .put("complete", complete(struggle.complete()));
  }

  private static JsonObject wording(WordingSums wording) {
    return wording == null
        ? null
        : new JsonObject().put("raters", wording.raters()).put("points", wording.points());
  }

  private static JsonObject complete(CompleteSums complete) {
    return complete == null
        ? null
        : new JsonObject()
            .put("raters", complete.raters())
            .put("deviations", complete.deviations())
            .put("spread", complete.spread());
  }

  private static JsonObject votes(VoteSums votes) {
    return votes == null
        ? null
        : new JsonObject().put("voters", votes.voters()).put("votes", new JsonArray(votes.votes()));
  }

  private static JsonObject spread(RoleSpread spread) {
    return new JsonObject()
        .put("people", spread.people())
        .put("sum", spread.sum())
        .put("squares", spread.squares());
  }

  private static JsonObject stored(StoredChecks stored) {
    return stored == null
        ? null
        : new JsonObject()
            .put("onePersonLessFlips", stored.onePersonLessFlips())
            .put("missingCouldFlip", stored.missingCouldFlip())
            .put("sameWording", stored.sameWording());
  }

  private static <T> JsonArray each(List<T> values, Function<T, Object> map) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(map.apply(value)));
    return array;
  }
}
