package dev.rolewise.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolewise.content.contract.SearchRequest;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching over a real bus in a real PostgreSQL. */
@ExtendWith(PostgresDatabase.class)
class SearchTest {
  private static SearchedContent content;

  @BeforeAll
  static void start(TestDatabase testDatabase) {
    DatabaseSettings database = testDatabase.settings(ContentSettings.SCHEMA);
    new Migrations(database, "db/content").run();
    content = SearchedContent.start(database);
  }

  @AfterAll
  static void stop() {
    content.close();
  }

  @ParameterizedTest
  @CsvSource({
    // the text has: lancering, leveranciers
    "nl,lanceringen,role/product-manager",
    "nl,Leverancier,role/product-manager",
    "nl,leveranciers lanceringen,role/product-manager",
    // the text has: launches, suppliers, decided
    "en,launching,role/product-manager",
    "en,SUPPLIER,role/product-manager",
    "en,decides,role/product-manager"
  })
  void findsOtherFormsOfAWord(String locale, String typed, String found) {
    JsonObject reply = content.reply(locale, typed);
    assertEquals(List.of(found), SearchedContent.found(reply));
    assertEquals("[]", notFound(reply), "found by its stem, not by its looks");
  }

  @Test
  void eachLanguageIsSearchedByItself() {
    assertEquals(List.of(), content.found("en", "lancering"));
    assertEquals(List.of(), content.found("nl", "launches"));
    assertEquals("nl", content.search("nl-BE", "lancering").headers().get("language"));
    BusDocument fallback = content.search("fy", "launches");
    assertEquals("en", fallback.headers().get("language"));
    assertEquals(List.of("role/product-manager"), SearchedContent.found(fallback));
  }

  @Test
  void titleBeforeResponsibilityBeforeBody() {
    assertEquals(
        List.of("guide/roadmap", "role/project-manager", "role/programme-manager"),
        content.found("en", "airship"));
  }

  @Test
  void hitsAreMarkedAsDataInTheirPassage() {
    JsonObject hit = content.items("en", "suppliers launch").getJsonObject(0);
    assertEquals("product manager", hit.getString("title"));
    assertEquals(
        new JsonArray(
            "[{\"text\":\"Main task: Has \",\"hit\":false},{\"text\":\"launches\",\"hit\":true},"
                + "{\"text\":\", a < b, decided with \",\"hit\":false},"
                + "{\"text\":\"suppliers\",\"hit\":true},{\"text\":\" & sales.\",\"hit\":false}]"),
        hit.getJsonArray("snippet"));
  }

  @Test
  void aHitInTheTitleShowsHowTheTextBegins() {
    JsonObject guide = content.items("en", "airship").getJsonObject(0);
    assertEquals(
        new JsonArray().add(new JsonObject().put("text", "What comes first.").put("hit", false)),
        guide.getJsonArray("snippet"));
  }

  @Test
  void aLongPassageIsCutAndSaysSo() {
    JsonArray snippet = content.items("en", "needle").getJsonObject(0).getJsonArray("snippet");
    assertEquals("… ", snippet.getJsonObject(0).getString("text").substring(0, 2));
    String last = snippet.getJsonObject(snippet.size() - 1).getString("text");
    assertTrue(last.endsWith(" …"), last);
    assertTrue(SearchedContent.text(snippet).length() < 400, SearchedContent.text(snippet));
  }

  @Test
  void whatHasAllWordsHidesWhatHasSome() {
    assertEquals(List.of("role/project-manager"), content.found("en", "airship harbour"));
    assertEquals(
        List.of("guide/roadmap", "role/project-manager", "role/programme-manager"),
        content.found("en", "airship launches sentence").stream()
            .filter(it -> !it.equals("role/product-manager"))
            .toList());
  }

  @Test
  void wordsThatEveryTextHasCountForNothing() {
    assertEquals(content.found("en", "airship"), content.found("en", "who is the airship of this"));
    assertEquals(List.of(), content.found("en", "the"));
    assertEquals(new JsonArray(), content.reply("en", "the").getJsonArray("notFound"));
  }

  @Test
  void theLastWordMayBeUnfinished() {
    assertEquals(content.found("en", "airship"), content.found("en", "airsh"));
    assertEquals(List.of("role/project-manager"), content.found("en", "harb"));
    assertEquals(new JsonArray(), content.reply("en", "harb").getJsonArray("notFound"));
  }

  @Test
  void accentsMayBeLeftOut() {
    assertEquals(List.of("role/project-manager"), content.found("nl", "coordinatie"));
    assertEquals(List.of("role/project-manager"), content.found("nl", "coördinatie"));
    // English stems keep their accents
    JsonObject reply = content.reply("en", "facade");
    assertEquals("[{\"word\":\"facade\",\"instead\":[\"façade\"]}]", notFound(reply));
    assertEquals(List.of("role/programme-manager"), SearchedContent.found(reply));
  }

  @ParameterizedTest
  @CsvSource({
    "en,airshpi,airship",
    "en,arship,airship",
    "en,harbuor,harbour",
    "nl,lancerring,lancering",
    "nl,leverranciers,leveranciers"
  })
  void aSlipOfTheFingersIsForgiven(String locale, String typed, String meant) {
    assumeTrue(content.hasTrigrams(), "this PostgreSQL has no pg_trgm");
    JsonObject reply = content.reply(locale, typed);
    assertTrue(notFound(reply).contains("\"" + meant + "\""), notFound(reply));
    assertEquals(content.found(locale, meant), SearchedContent.found(reply));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "?",
        "\uD83D\uDE80",
        "\uD83D\uDE80\uD83D\uDE80 ''",
        "& | ! <-> :*",
        "''''''''",
        "\\",
        "½ ² ①",
        "x' OR 1=1 --",
        "qqqqqqqqq",
        "日本",
        "\u200B"
      })
  void whateverFindsNothingIsAnEmptyList(String typed) {
    assertEquals(List.of(), content.found("en", typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"airship\"",
        "airship & !harbour",
        "airship:*A",
        "(airship",
        "airship\uD83D\uDE80",
        "$airship$",
        "%airship_",
        "airship\tairship\n airship"
      })
  void signsMeanNothing(String typed) {
    assertTrue(content.found("en", typed).contains("role/project-manager"));
  }

  @Test
  void twoHundredCharactersAreTakenAndOneMoreIsRefused() {
    assertEquals(List.of(), content.found("en", "a".repeat(200)));
    assertTrue(content.found("en", "airship " + "b ".repeat(96)).contains("role/project-manager"));
    BusFailure refused = Waiting.failure(BusFailure.class, content.ask("en", "a".repeat(201)));
    assertEquals("400 /q", refused.status() + " " + refused.faults().get(0).pointer());
  }

  /** From any bytes: an answer whose snippets are text of the pack, or a plain refusal. */
  @Test
  void takesAnythingThatCanBeTyped() {
    String[] pieces = {
      "airship",
      "suppliers",
      "de ",
      "'",
      "\"",
      "\\",
      ":",
      "*",
      "&",
      "|",
      "!",
      "(",
      ")",
      "<->",
      "%",
      "\uD83D\uDE80",
      "é",
      "e\u0301",
      "ß",
      "İ",
      "\u0000",
      "\uD800",
      "  ",
      "\u00A0",
      "-",
      "ﬁ",
      "9",
      "$1"
    };
    Random random = new Random(20261126);
    int answered = 0;
    for (int i = 0; i < 300; i++) {
      StringBuilder typed = new StringBuilder();
      for (int length = 1 + random.nextInt(12); length > 0; length--) {
        typed.append(pieces[random.nextInt(pieces.length)]);
      }
      Future<BusDocument> reply = content.ask(random.nextBoolean() ? "en" : "nl", typed.toString());
      try {
        BusDocument document = Waiting.until(reply);
        answered++;
        for (Object item : document.body().toJsonObject().getJsonArray("items")) {
          String text = SearchedContent.text(((JsonObject) item).getJsonArray("snippet"));
          assertTrue(!text.isEmpty() && !text.contains("\u0002"), typed + ": " + text);
        }
      } catch (AssertionError failed) {
        BusFailure refused = Waiting.failure(BusFailure.class, reply);
        assertEquals(400, refused.status(), () -> "for " + new JsonArray().add(typed.toString()));
      }
    }
    assertTrue(answered > 100, answered + " answered");
  }

  @Test
  void theSameWordsAreTheSameSearch() {
    String tag = content.search("en", "airship harbour").headers().get("etag");
    assertEquals(tag, content.search("en", "  AIRSHIP \t harbour ").headers().get("etag"));
    assertEquals(
        new SearchRequest("en", "airship harbour"),
        SearchRequest.from(new JsonObject().put("locale", "en").put("q", " Airship  HARBOUR")));
    assertEquals("airship harbour", content.reply("en", "Airship  harbour").getString("query"));
  }

  @Test
  void isWrittenInTheTransactionThatPublishes() {
    int version = content.publish();
    String of = " WHERE pack_version = " + version;
    assertEquals(
        1L,
        content.number(
            "SELECT count(DISTINCT xmin::text) FROM (SELECT xmin FROM publication"
                + " UNION ALL SELECT xmin FROM pack WHERE version = "
                + version
                + " UNION ALL SELECT xmin FROM search_entry"
                + of
                + " UNION ALL SELECT xmin FROM search_word"
                + of
                + " UNION ALL SELECT xmin FROM search_index"
                + of
                + ") AS written"));
    // three roles, two scenarios, a guide, two terms, an instrument, in two languages
    assertEquals(18L, content.number("SELECT count(*) FROM search_entry" + of));
  }

  @Test
  void aVersionThatAProgramWithoutSearchPublishedIsMadeSearchable() {
    String rows =
        "SELECT count(*) FROM search_entry WHERE pack_version = " + content.publishAsBefore();
    assertEquals(0L, content.number(rows));
    assertEquals(
        List.of("guide/roadmap", "role/project-manager", "role/programme-manager"),
        content.found("en", "airship"));
    assertEquals(18L, content.number(rows));
  }

  private static String notFound(JsonObject reply) {
    return reply.getJsonArray("notFound").encode();
  }
}
