package dev.rolewise.assessment.bundle;

import dev.rolewise.assessment.scoring.Engines;
import dev.rolewise.assessment.scoring.Instrument;
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
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Reads bundles without trusting them: every field has its type and its bounds. Whether the numbers
 * hang together is for the scoring rules to say.
 */
public final class BundleReader {

  /** More people than any round has, and few enough for every product to fit a long. */
  static final int MOST_PEOPLE = 100_000;

  private static final int MOST_ROLES = 20;
  private static final int MOST_INITIATIVES = 1_000;
  private static final int MOST_COUNTS = 60;

  // what JSON numbers hold exactly
  private static final long MOST_SUM = 1L << 53;

  private BundleReader() {}

  /**
   * Reads a bundle.
   *
   * @param document as parsed
   * @return its contents; whether the hash belongs to them is another question
   * @throws BundleFault when it is not a bundle of a known format and engine
   */
  public static ReportBundle read(JsonObject document) {
    BundleNode node = new BundleNode("", document);
    if (!ReportBundle.FORMAT.equals(document.getValue("format"))) {
      throw node.at("format").fault("is not \"" + ReportBundle.FORMAT + "\": not a report bundle");
    }
    BundleNode version = node.at("formatVersion");
    if (version.integer(1, Integer.MAX_VALUE) != ReportBundle.FORMAT_VERSION) {
      throw version.fault("a format this program does not know; it knows 1");
    }
    node.object(
        "format", "formatVersion", "engine", "round", "instrument", "sums", "report", "hash");
    String engine = node.at("engine").id();
    if (!Engines.versions().contains(engine)) {
      throw node.at("engine")
          .fault(
              "rules "
                  + engine
                  + ", which this program does not know; it knows "
                  + String.join(", ", Engines.versions()));
    }
    Hashes.read(node.at("hash"));
    RoundFacts facts = facts(node.at("round"));
    Instrument instrument = BundleInstrument.read(node.at("instrument"));
    RoundSums sums = sums(node.at("sums"), facts.size());
    if (!(node.at("report").value() instanceof JsonObject report)) {
      throw node.at("report").fault("must be an object");
    }
    return new ReportBundle(engine, facts, instrument, sums, report);
  }

  /**
   * Whether the hash in a document is that of its contents.
   *
   * @param document as parsed
   * @throws BundleFault when a value has no canonical form, so that no hash could belong to it
   */
  public static boolean hashBelongs(JsonObject document) {
    JsonObject rest = new JsonObject(new LinkedHashMap<>(document.getMap()));
    Object stated = rest.remove(BundleWriter.HASH);
    try {
      return CanonicalJson.sha256(rest).equals(stated);
    } catch (IllegalArgumentException withoutForm) {
      throw new BundleFault("", withoutForm.getMessage());
    }
  }

  private static RoundFacts facts(BundleNode node) {
    node.object("size", "k", "initiatives", "rolesPresent", "received");
    int size = node.at("size").integer(3, MOST_PEOPLE);
    return new RoundFacts(
        size,
        node.at("k").integer(3, size),
        node.at("initiatives").integer(1, MOST_INITIATIVES),
        node.at("rolesPresent").list(0, MOST_ROLES, BundleNode::id),
        node.at("received").integer(0, size));
  }

  /**
   * Reads sums alone.
   *
   * @param stored what {@link BundleWriter#sums} wrote
   * @return the sums
   */
  public static RoundSums sums(JsonObject stored) {
    return sums(new BundleNode("", stored), MOST_PEOPLE);
  }

  private static RoundSums sums(BundleNode node, int size) {
    node.object("people", "areas", "votes", "spreads", "stored");
    return new RoundSums(
        node.at("people").integer(0, size),
        node.at("areas").list(0, MOST_COUNTS, BundleReader::area),
        node.at("votes").orNull(BundleReader::votes),
        node.at("spreads").byId(MOST_ROLES, BundleReader::spread),
        node.at("stored").orNull(BundleReader::stored));
  }

  private static AreaFigures area(BundleNode node) {
    node.object("id", "struggle", "coverage");
    return new AreaFigures(
        node.at("id").id(),
        node.at("struggle").orNull(BundleReader::struggle),
        node.at("coverage").orNull(BundleReader::counts));
  }

  private static StruggleSums struggle(BundleNode node) {
    node.object("raters", "halves", "distribution", "dontKnow", "a", "b", "complete");
    return new StruggleSums(
        people(node.at("raters")),
        sum(node.at("halves")),
        counts(node.at("distribution")),
        node.at("dontKnow").integer(0, 2 * MOST_PEOPLE),
        node.at("a").orNull(BundleReader::wording),
        node.at("b").orNull(BundleReader::wording),
        node.at("complete").orNull(BundleReader::complete));
  }

  private static WordingSums wording(BundleNode node) {
    node.object("raters", "points");
    return new WordingSums(people(node.at("raters")), sum(node.at("points")));
  }

  private static CompleteSums complete(BundleNode node) {
    node.object("raters", "deviations", "spread");
    return new CompleteSums(
        people(node.at("raters")), sum(node.at("deviations")), sum(node.at("spread")));
  }

  private static VoteSums votes(BundleNode node) {
    node.object("voters", "votes");
    return new VoteSums(people(node.at("voters")), counts(node.at("votes")));
  }

  private static RoleSpread spread(BundleNode node) {
    node.object("people", "sum", "squares");
    return new RoleSpread(people(node.at("people")), sum(node.at("sum")), sum(node.at("squares")));
  }

  private static StoredChecks stored(BundleNode node) {
    node.object("onePersonLessFlips", "missingCouldFlip", "sameWording");
    return new StoredChecks(
        node.at("onePersonLessFlips").orNull(BundleNode::truth),
        node.at("missingCouldFlip").orNull(BundleNode::truth),
        node.at("sameWording").orNull(BundleNode::truth));
  }

  private static List<Integer> counts(BundleNode node) {
    return node.list(1, MOST_COUNTS, n -> n.integer(0, MOST_COUNTS * MOST_PEOPLE));
  }

  private static int people(BundleNode node) {
    return node.integer(0, MOST_PEOPLE);
  }

  private static long sum(BundleNode node) {
    return node.whole(0, MOST_SUM);
  }
}
