package dev.rolewise.assessment.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.round.Participation.Promise;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class PrivacyTest {
  /** All that rows about answers may hold; anything else could link them. */
  private static final Map<String, Set<String>> PERMITTED =
      Map.of(
          "ticket",
          Set.of(
              "hash bytea",
              "round uuid",
              "spent boolean",
              "key_digest bytea",
              "body_digest bytea",
              "receipt text"),
          "pending_sheet",
          Set.of("round uuid", "answers ARRAY", "coverage ARRAY", "votes ARRAY", "comments json"),
          "sheet",
          Set.of("round uuid", "answers ARRAY", "coverage ARRAY", "votes ARRAY"),
          "comment",
          Set.of(
              "round uuid",
              "area text",
              "text text",
              "handle uuid",
              "hidden boolean",
              "shown boolean"),
          "drawn",
          Set.of("round uuid", "mark bytea"));

  /** Filled by the database itself, with a constant or at random. */
  private static final Map<String, String> HARMLESS_DEFAULTS =
      Map.of(
          "ticket.spent", "false",
          "comment.handle", "gen_random_uuid()",
          "comment.hidden", "false",
          "comment.shown", "true");

  /** These may hold moments, because nothing in them leads to a ticket or a sheet. */
  private static final Set<String> ABOUT_SIGNING_IN =
      Set.of("identity", "session", "login_attempt", "team_owner");

  private static final Pattern LINKABLE_NAME =
      Pattern.compile(
          "(^|_)(ip|address|agent|time|created|updated|at|on|user|session|seq|id)($|_)");

  private static Suite suite;

  @BeforeAll
  static void start(TestDatabase database) {
    suite = Suite.start(database);
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void nothingInARowAboutAnswersCanLinkIt() {
    List<SchemaColumn> columns = Suite.await(SchemaColumn.all(suite.pool()));
    Map<String, Set<String>> found = new TreeMap<>();
    for (SchemaColumn column : columns) {
      if (SchemaColumn.ABOUT_ANSWERS.contains(column.table())) {
        found
            .computeIfAbsent(column.table(), table -> new HashSet<>())
            .add(column.name() + " " + column.type());
        assertFalse(
            column.generated()
                && !HARMLESS_DEFAULTS.containsKey(column.table() + "." + column.name()),
            column + " is filled by the database itself");
        assertFalse(LINKABLE_NAME.matcher(column.name()).find(), column + " has a linkable name");
        assertFalse(
            column.type().matches(".*(timestamp|date|time|inet|cidr|macaddr|serial|interval).*"),
            column + " has a linkable type");
      }
    }
    assertEquals(PERMITTED, found);
  }

  @Test
  void whatTheDatabaseFillsByItselfIsAConstantOrRandom() {
    HARMLESS_DEFAULTS.forEach(
        (column, filled) -> {
          String[] name = column.split("\\.");
          assertEquals(
              filled,
              suite
                  .sql(
                      ("select column_default::text as it from information_schema.columns where"
                              + " table_schema = 'assessment' and table_name = '%s'"
                              + " and column_name = '%s'")
                          .formatted(name[0], name[1]))
                  .get(0)
                  .getString("it"),
              column);
        });
  }

  @Test
  void everyTableWithRowsAboutAnswersIsKnown() {
    Set<String> withRound = new HashSet<>();
    suite
        .sql(
            "select table_name::text as name from information_schema.columns"
                + " where table_schema = 'assessment' and data_type in ('ARRAY', 'bytea')")
        .forEach(row -> withRound.add(row.getString("name")));
    withRound.removeAll(Set.of("capability", "share"));
    withRound.removeAll(ABOUT_SIGNING_IN);
    assertTrue(SchemaColumn.ABOUT_ANSWERS.containsAll(withRound), withRound.toString());
  }

  @Test
  void nothingLeadsFromSigningInToAnswersOrBack() {
    List<String> references = new ArrayList<>();
    suite
        .sql(
            "select conrelid::regclass::text as source, confrelid::regclass::text as target"
                + " from pg_constraint where contype = 'f'")
        .forEach(row -> references.add(row.getString("source") + " -> " + row.getString("target")));
    assertTrue(references.contains("session -> identity"), references.toString());
    for (String reference : references) {
      String[] ends = reference.split(" -> ");
      boolean one = ABOUT_SIGNING_IN.contains(ends[0]) || ABOUT_SIGNING_IN.contains(ends[1]);
      boolean other =
          SchemaColumn.ABOUT_ANSWERS.contains(ends[0])
              || SchemaColumn.ABOUT_ANSWERS.contains(ends[1])
              || ends[0].equals("round")
              || ends[1].equals("round");
      assertFalse(one && other, reference);
    }
    for (SchemaColumn column : Suite.await(SchemaColumn.all(suite.pool()))) {
      if (ABOUT_SIGNING_IN.contains(column.table())) {
        assertFalse(column.name().matches("(round|ticket|sheet|receipt).*"), column.toString());
      }
    }
  }

  @Test
  void noTriggerOrSequenceKeepsCount() {
    assertEquals(
        0,
        suite
            .sql("select 1 from information_schema.triggers where trigger_schema = 'assessment'")
            .size());
    assertEquals(0, suite.sql("select 1 from pg_sequences where schemaname = 'assessment'").size());
  }

  @Test
  void thePromiseDescribesEveryColumnInBothLanguages() {
    Set<String> columns = new TreeSet<>();
    for (SchemaColumn column : Suite.await(SchemaColumn.all(suite.pool()))) {
      columns.add(column.table());
      columns.add(column.table() + "." + column.name());
    }
    for (String language : List.of("en", "nl")) {
      BusDocument reply =
          suite.bytes(AssessmentAddresses.PRIVACY_GET, new JsonObject().put("locale", language));
      assertEquals(language, reply.headers().get("language"));
      assertTrue(reply.headers().get("etag").matches("\"[0-9a-f]{64}\""));
      JsonObject document = reply.body().toJsonObject();
      Set<String> described = new TreeSet<>();
      for (Object entry : document.getJsonArray("tables")) {
        JsonObject table = (JsonObject) entry;
        described.add(table.getString("name"));
        assertFalse(table.getString("holds").isBlank());
        for (Object inner : table.getJsonArray("columns")) {
          JsonObject column = (JsonObject) inner;
          assertFalse(column.getString("holds").isBlank(), column.encode());
          described.add(table.getString("name") + "." + column.getString("name"));
        }
      }
      assertEquals(columns, described);
      assertFalse(document.encode().contains("{k}"));
    }
  }

  @Test
  void bothLanguagesPromiseTheSameAndLeaveNothingOver() {
    PromiseTexts texts = PromiseTexts.load();
    for (String part : List.of("promise", "limits")) {
      assertEquals(codes(texts, "en", part), codes(texts, "nl", part));
    }
    for (SchemaColumn column : Suite.await(SchemaColumn.all(suite.pool()))) {
      for (String language : List.of("en", "nl")) {
        assertFalse(texts.holds(language, column.table()).isBlank());
      }
    }
    for (var promise : texts.forRound("nl", 5, "signed-in", "batches")) {
      assertFalse(promise.text().contains("{"), promise.text());
    }
    assertTrue(
        texts
            .forRound("en", 5, "open", "turnout")
            .toString()
            .contains("fewer than 5 answer sheets"));
    assertEquals(
        texts.forRound("en", 4, "tickets", "turnout"),
        texts.forRound("xx", 4, "tickets", "turnout"));
  }

  @Test
  void membersReadWhatHoldsForTheirRoundAndNothingElse() {
    PromiseTexts texts = PromiseTexts.load();
    for (String language : List.of("en", "nl")) {
      Set<String> plain = said(texts.forRound(language, 4, "tickets", "turnout"));
      assertTrue(plain.contains("nothing-before-close"));
      assertFalse(plain.contains("values-in-batches") || plain.contains("open-link"));
      Set<String> open = said(texts.forRound(language, 4, "open", "batches"));
      assertTrue(open.contains("values-in-batches") && open.contains("open-link"));
      assertFalse(open.contains("nothing-before-close"));
      assertFalse(open.toString().contains("sign"));
      assertTrue(
          said(texts.forRound(language, 4, "signed-in", "turnout")).size() > plain.size(),
          language);
    }
  }

  private static Set<String> said(List<Promise> promise) {
    Set<String> codes = new HashSet<>();
    promise.forEach(sentence -> codes.add(sentence.code()));
    return codes;
  }

  @Test
  void theServiceItselfCannotChangeTheTables() {
    for (String sql :
        List.of(
            "alter table sheet add column created_at timestamptz",
            "create table spy (id int)",
            "drop table report")) {
      Throwable refused =
          Suite.await(suite.pool().query(sql).execute().map((Throwable) null).otherwise(it -> it));
      assertTrue(refused.getMessage().contains("42501"), String.valueOf(refused));
    }
  }

  private static List<String> codes(PromiseTexts texts, String language, String part) {
    List<String> codes = new ArrayList<>();
    texts.sentences(language, part).forEach(s -> codes.add(s.getString("code")));
    return codes;
  }
}
