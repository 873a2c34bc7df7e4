package dev.rolewise.runtime.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.runtime.upgrade.Outcomes.Outcome;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a statement may want that older tables have not, and what it may not. */
class AdditionsTest {

  private static final Additions ADDED =
      Additions.between(
          new Tables(Set.of("column harbour.id integer"), bans("harbour")),
          new Tables(
              Set.of(
                  "column harbour.id integer",
                  "column harbour.country text",
                  "function tide(integer)",
                  "unique CREATE UNIQUE INDEX harbour_country ON harbour USING btree (country)"),
              bans("harbour", "crane")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          42P01 | relation "crane" does not exist                              | true
          42P01 | relation "harbour" does not exist                            | false
          42703 | column h.country does not exist                              | true
          42703 | column "depth" of relation "harbour" does not exist          | false
          42883 | function tide(integer) does not exist                        | true
          42883 | operator does not exist: integer = text                      | false
          42P10 | there is no unique constraint matching ON CONFLICT           | true
          42501 | permission denied for table crane                            | false
          23502 | null value in column "country" violates not-null constraint  | false
          """)
  void onlyWhatWasAddedIsAnExcuse(String refusal, String words, boolean explained) {
    assertEquals(
        explained,
        ADDED.explain("insert into harbour (id) values ($1)", new Outcome(refusal, words)));
  }

  private static TreeMap<String, Set<String>> bans(String... tables) {
    TreeMap<String, Set<String>> bans = new TreeMap<>();
    for (String table : tables) {
      bans.put(table, Set.of());
    }
    return bans;
  }
}
