package dev.rolewise.content;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages("dev.rolewise.content");

  @Test
  void dependsOnContractsAndTheRuntimeOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.rolewise.assessment..", "dev.rolewise.gateway..", "dev.rolewise.local..")
        .check(CLASSES);
  }

  @Test
  void packagesDoNotDependOnEachOtherInCircles() {
    slices().matching("dev.rolewise.content.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packsAndTheirRulesKnowNoDatabaseAndNoBus() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.rolewise.content.pack..", "dev.rolewise.content.validation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx.sqlclient..", "io.vertx.core.eventbus..", "dev.rolewise.runtime.bus..")
        .check(CLASSES);
  }

  @Test
  void onlyTheStoreTalksSqlAndNobodyJdbc() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.rolewise.content", "dev.rolewise.content.store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx.sqlclient..")
        .check(CLASSES);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
        .check(CLASSES);
  }

  @Test
  void operationsAreRecordsWithoutStateOfTheirOwn() {
    classes()
        .that()
        .implement("dev.rolewise.content.operation.Operation")
        .should()
        .beRecords()
        .check(CLASSES);
  }
}
