package dev.rolewise.systemtest;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may lean on whom, for the whole house at once. */
class HouseRulesTest {
  private static final Pattern TESTS_IN_A_JAR = Pattern.compile(".*-tests\\.jar!.*");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // what modules lend to one another's tests comes in jars of its own
          .withImportOption(location -> !location.matches(TESTS_IN_A_JAR))
          .importPackages("dev.rolewise");

  private static final DescribedPredicate<JavaClass> CONTRACTS =
      resideInAnyPackage("dev.rolewise.content.contract..", "dev.rolewise.assessment.contract..");
  private static final DescribedPredicate<JavaClass> RUNTIME =
      resideInAPackage("dev.rolewise.runtime..");
  private static final DescribedPredicate<JavaClass> SCORING =
      resideInAPackage("dev.rolewise.assessment.scoring..");
  private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("dev.rolewise..");
  private static final DescribedPredicate<JavaClass> CONTENT =
      resideInAPackage("dev.rolewise.content..").and(DescribedPredicate.not(CONTRACTS));
  private static final DescribedPredicate<JavaClass> ASSESSMENT =
      resideInAPackage("dev.rolewise.assessment..")
          .and(DescribedPredicate.not(CONTRACTS))
          .and(DescribedPredicate.not(SCORING));
  private static final DescribedPredicate<JavaClass> GATEWAY =
      resideInAPackage("dev.rolewise.gateway..");

  @Test
  void theContentServiceLeansOnContractsAndRuntimeOnly() {
    leansOnlyOn(CONTENT, CONTENT.or(CONTRACTS).or(RUNTIME));
  }

  @Test
  void theAssessmentServiceLeansOnContractsScoringAndRuntimeOnly() {
    leansOnlyOn(ASSESSMENT, ASSESSMENT.or(CONTRACTS).or(SCORING).or(RUNTIME));
  }

  @Test
  void theGatewayLeansOnContractsAndRuntimeOnly() {
    leansOnlyOn(GATEWAY, GATEWAY.or(CONTRACTS).or(RUNTIME));
  }

  @Test
  void theRuntimeAndTheContractsLeanOnNothingOfOurs() {
    leansOnlyOn(RUNTIME, RUNTIME);
    leansOnlyOn(
        resideInAPackage("dev.rolewise.content.contract.."),
        resideInAPackage("dev.rolewise.content.contract.."));
    leansOnlyOn(
        resideInAPackage("dev.rolewise.assessment.contract.."),
        resideInAPackage("dev.rolewise.assessment.contract.."));
  }

  @Test
  void scoringIsPureJava() {
    classes()
        .that(SCORING)
        .should()
        .onlyDependOnClassesThat(
            SCORING.or(
                resideInAnyPackage(
                    "java..",
                    "org.apache.commons.statistics..",
                    "org.apache.commons.numbers..",
                    "org.apache.commons.rng..",
                    "org.ejml..")))
        .check(HOUSE);
  }

  @Test
  void contractsKnowVertxCoreAndNothingElse() {
    classes()
        .that(CONTRACTS)
        .should()
        .onlyDependOnClassesThat(CONTRACTS.or(resideInAnyPackage("java..", "io.vertx.core..")))
        .check(HOUSE);
  }

  @Test
  void whatHasKnownHolesIsNotUsed() {
    noClasses()
        .that(OURS)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            ".*\\.(ChainAuthHandler|CachingWebClient|WebSocket|ServerWebSocket|SockJSHandler|SockJSSocket)")
        .check(HOUSE);
  }

  /**
   * Both reach holes of the libraries: secrets sent to whom a redirect names, and a server's SNI.
   */
  @Test
  void nobodyFollowsRedirectsOrChoosesCertificatesByName() {
    noClasses()
        .that(OURS)
        .should()
        .callMethodWhere(
            describe(
                "follows redirects or chooses certificates by name",
                call ->
                    call.getTarget().getOwner().getName().startsWith("io.vertx.")
                        && Set.of(
                                "setFollowRedirects",
                                "followRedirects",
                                "setMaxRedirects",
                                "setSni")
                            .contains(call.getTarget().getName())))
        .check(HOUSE);
  }

  @Test
  void packagesOfOneModuleDoNotGoRoundInCircles() {
    slices().matching("dev.rolewise.(*).(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  private static void leansOnlyOn(
      DescribedPredicate<JavaClass> those, DescribedPredicate<JavaClass> allowed) {
    classes()
        .that(those)
        .should()
        .onlyDependOnClassesThat(allowed.or(describe("are not ours", type -> !OURS.test(type))))
        .check(HOUSE);
  }
}
