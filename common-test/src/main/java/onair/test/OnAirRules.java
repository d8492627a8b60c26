package onair.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import onair.common.security.AnyCaller;
import onair.common.security.RequiresScope;
import org.jspecify.annotations.NullMarked;

/**
 * What holds for every module. A service is held to it by five lines:
 * {@code @AnalyzeClasses(packages = "onair.account", importOptions = DoNotIncludeTests.class) class
 * ArchitectureTest { @ArchTest static final ArchTests rules = ArchTests.in(OnAirRules.class); }}.
 */
public final class OnAirRules {

  private static final String[] AWS_EDGES = {
    "onair.common.aws..",
    "onair.common.event..",
    "onair.awslocal..",
    "..medialive..",
    "..mediaconnect..",
    "..mediapackage..",
    "..mediaconvert..",
    "..mediatailor..",
    "..mediastore..",
    "..secretsmanager..",
    "..cloudfront..",
    "..s3..",
    "..servicequotas..",
    "..cloudwatch.."
  };

  private static final String[] SERVICES = {
    "onair.account..",
    "onair.channel..",
    "onair.delivery..",
    "onair.vod..",
    "onair.ads..",
    "onair.gateway..",
    "onair.awslocal..",
    "onair.launcher.."
  };

  private OnAirRules() {}

  @ArchTest
  public static final ArchRule awsServicesAreKnownOnlyAtTheEdges =
      noClasses()
          .that()
          .resideOutsideOfPackages(AWS_EDGES)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services..")
          .because(
              "an AWS service is spoken to in one package, named after it, and its types do not leave it")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule packagesAreFreeOfCycles =
      slices()
          .matching("(**)")
          .should()
          .beFreeOfCycles()
          .because("each package can be read on its own, at any depth")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule nothingIsInjectedIntoFields =
      noFields()
          .should(BeInjected.INTO_THE_FIELD)
          .because("what a class needs is in its constructor")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule commonKnowsNoService =
      noClasses()
          .that()
          .resideInAPackage("onair.common..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SERVICES)
          .because("common is a leaf")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule controllersDoNotCatch =
      classes()
          .that(Controllers.ARE_CONTROLLERS)
          .should(Controllers.NOT_CATCH)
          .because("one handler in onair.common.problem tells failures to callers")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule controllersSayWhoMayCall =
      methods()
          .that()
          .areDeclaredInClassesThat(Controllers.ARE_CONTROLLERS)
          .and(Controllers.ARE_MAPPED)
          .should(Controllers.beAnnotatedHereOrOnTheClass(RequiresScope.class, AnyCaller.class))
          .because("leaving a scope out is a decision, not an oversight")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule typesArePublicOnlyWhenUsedElsewhere =
      classes()
          .that(Visibility.ARE_PUBLIC_TOP_LEVEL)
          .and()
          .resideInAnyPackage(
              "onair.account..",
              "onair.channel..",
              "onair.delivery..",
              "onair.vod..",
              "onair.ads..",
              "onair.gateway..",
              "onair.example..")
          .should(Visibility.BE_USED_FROM_ANOTHER_PACKAGE)
          .because("a package shows as little as it can")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule packagesAreNullMarked =
      classes()
          .that()
          .resideInAPackage("onair..")
          .should(Visibility.resideInAPackageMarkedWith(NullMarked.class))
          .because("null is written down where it can happen, and nowhere else")
          .allowEmptyShould(true);

  @ArchTest public static final ArchTests operationsOfTheApi = ArchTests.in(ApiRules.class);
}
