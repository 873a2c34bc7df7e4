package dev.rolewise.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import dev.rolewise.runtime.upgrade.ReleasedSchema;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The previous release goes on working with the tables that this version has migrated. */
@ExtendWith(PostgresDatabase.class)
class UpgradeTest {
  private static ReleasedSchema schema;

  @BeforeAll
  static void upgrade(TestDatabase database) {
    schema =
        ReleasedSchema.upgraded(
            AssessmentService.class, database, AssessmentSettings.SCHEMA, "db/assessment");
  }

  @Test
  void migrationsOnlyAdd() {
    assertEquals(List.of(), schema.broken());
    assertEquals(List.of(), schema.declaredInVain());
  }

  /** Or the previous release would not serve on them, whatever they look like. */
  @Test
  void migrationsAreOneReleaseOnAtMost() {
    assertTrue(schema.releasesOn() <= 1, "releases on: " + schema.releasesOn());
  }

  @Test
  void everyStatementOfThePreviousReleaseStillWorks() {
    assertTrue(schema.statements() > 60, "so few: " + schema.statements());
    assertEquals(List.of(), schema.refusedStatements());
    assertEquals(List.of(), schema.changedStatements());
  }

  @Test
  void everyStatementOfThisVersionWorks() {
    assertEquals(List.of(), schema.refusedOwnStatements());
  }

  /** On data that were restored and not migrated yet nothing is worse than a missing column. */
  @Test
  void everyStatementOfThisVersionThatNeedsNothingNewWorksBeforeTheMigration() {
    assertEquals(List.of(), schema.refusedOwnStatementsBefore());
  }

  @Test
  void whatWasReleasedIsNeverRewritten() {
    assertEquals(List.of(), schema.rewrittenMigrations());
  }
}
