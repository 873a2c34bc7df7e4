package dev.rolewise.assessment.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Scoring is plain Java: reproducible anywhere, tied to no server, database or document format. */
class DependenciesTest {

  private static final String SCORING = "dev.rolewise.assessment.scoring..";
  private static final String SIMULATION = "dev.rolewise.assessment.scoring.simulation..";
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.rolewise.assessment.scoring");

  @Test
  void scoringDependsOnJavaAndStatisticsOnly() {
    classes()
        .that()
        .resideInAPackage(SCORING)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            SCORING,
            "java..",
            "org.apache.commons.statistics..",
            "org.apache.commons.numbers..",
            "org.apache.commons.rng..",
            "org.ejml..")
        .check(PRODUCTION);
  }

  /** Only the simulation draws, and only from a generator it was given a seed for. */
  @Test
  void onlyTheSimulationDrawsAtRandom() {
    noClasses()
        .that()
        .resideInAPackage(SCORING)
        .and()
        .resideOutsideOfPackage(SIMULATION)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.commons.rng..")
        .check(PRODUCTION);
  }

  @Test
  void scoringReadsNoClockAndNoGeneratorWithoutASeed() {
    noClasses()
        .that()
        .resideInAPackage(SCORING)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.time..", "java.util.random..", "java.sql..", "java.net..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(concurrent\\.ThreadLocal)?Random")
        .check(PRODUCTION);
  }
}
