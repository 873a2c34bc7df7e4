package dev.rolewise.assessment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.rolewise");

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(
              location ->
                  location.contains("assessment-service/service")
                      || location.contains("/service/target/"))
          .importPackages("dev.rolewise.assessment");

  @Test
  void theServiceKnowsContractsScoringAndTheRuntimeOnly() {
    noClasses()
        .that()
        .resideInAPackage("dev.rolewise.assessment..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.rolewise.gateway..",
            "dev.rolewise.local..",
            "dev.rolewise.content.library..",
            "dev.rolewise.content.pack..",
            "dev.rolewise.content.store..",
            "dev.rolewise.content.validation..")
        .check(CLASSES);
  }

  @Test
  void scoringKnowsNeitherVertxNorSqlNorJson() {
    noClasses()
        .that()
        .resideInAPackage("dev.rolewise.assessment.scoring..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "java.sql..", "com.fasterxml..", "dev.rolewise.runtime..")
        .check(CLASSES);
  }

  @Test
  void theContractKnowsVertxCoreOnly() {
    noClasses()
        .that()
        .resideInAPackage("dev.rolewise.assessment.contract..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx.sqlclient..",
            "io.vertx.pgclient..",
            "io.vertx.ext..",
            "dev.rolewise.runtime..",
            "dev.rolewise.assessment.scoring..")
        .check(CLASSES);
  }

  @Test
  void packagesOfTheServiceDoNotGoRoundInCircles() {
    slices().matching("dev.rolewise.assessment.(*)..").should().beFreeOfCycles().check(SERVICE);
  }

  @Test
  void onlyVerticlesExtendVerticlesAndNothingElseExtendsOurs() {
    classes()
        .that()
        .areAssignableTo("io.vertx.core.VerticleBase")
        .should()
        .bePackagePrivate()
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .check(SERVICE);
  }

  @Test
  void nothingReadsTheClockOrSleepsBehindTheTestsBack() {
    noClasses()
        .that()
        .resideInAPackage("dev.rolewise.assessment..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(SERVICE);
  }
}
