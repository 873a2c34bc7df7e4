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
        .resideInAnyPackage(SCORING, "java..", "org.apache.commons.statistics..")
        .check(PRODUCTION);
  }

  @Test
  void scoringNeitherDrawsAtRandomNorReadsAClock() {
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
