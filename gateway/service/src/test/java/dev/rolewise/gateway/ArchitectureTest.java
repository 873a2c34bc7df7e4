package dev.rolewise.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses GATEWAY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.rolewise.gateway");

  @Test
  void theGatewayKnowsContractsAndTheRuntimeOnly() {
    classes()
        .that()
        .resideInAPackage("dev.rolewise.gateway..")
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are the gateway's, of a contract, of the runtime or of a library",
                type ->
                    !type.getPackageName().startsWith("dev.rolewise.")
                        || type.getPackageName().startsWith("dev.rolewise.gateway")
                        || type.getPackageName().startsWith("dev.rolewise.runtime")
                        || type.getPackageName().startsWith("dev.rolewise.content.contract")
                        || type.getPackageName().startsWith("dev.rolewise.assessment.contract")))
        .check(GATEWAY);
  }

  @Test
  void packagesDoNotGoRoundInCircles() {
    slices().matching("dev.rolewise.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
  }

  @Test
  void whatHasKnownHolesIsNotUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            ".*\\.(ChainAuthHandler|CachingWebClient|ServerWebSocket|WebSocket|WebSocketClient)"
                + "|io\\.vertx\\.ext\\.web\\.handler\\.sockjs\\..*"
                + "|io\\.vertx\\.ext\\.web\\.handler\\.CorsHandler")
        .check(GATEWAY);
  }

  @Test
  void theEdgeReadsNoFilesNoDatabaseAndNoJsonByReflection() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "io.vertx.sqlclient..", "com.fasterxml.jackson.databind..")
        .check(GATEWAY);
  }

  @Test
  void nothingIsInheritedWithin() {
    classes()
        .that()
        .areAssignableTo("io.vertx.core.VerticleBase")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(GATEWAY);
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(GATEWAY);
  }
}
