package onair.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule can fail: it does so on its bad example. */
class OnAirRulesTest {

  static Stream<Arguments> badExamples() {
    return Stream.of(
        Arguments.of(
            OnAirRules.awsServicesAreKnownOnlyAtTheEdges, "onair.example.edge", "KnowsEventBridge"),
        Arguments.of(
            OnAirRules.packagesAreFreeOfCycles,
            "onair.example.cycle",
            "onair.example.cycle.two.deep"),
        Arguments.of(
            OnAirRules.nothingIsInjectedIntoFields,
            "onair.example.injection",
            "HasAnInjectedField.name"),
        Arguments.of(OnAirRules.commonKnowsNoService, "onair.common.example", "KnowsAService"),
        Arguments.of(OnAirRules.controllersDoNotCatch, "onair.example.controller", "catches in"),
        Arguments.of(
            OnAirRules.controllersSayWhoMayCall,
            "onair.example.controller",
            "does not say who may call it"),
        Arguments.of(
            OnAirRules.typesArePublicOnlyWhenUsedElsewhere,
            "onair.example.visibility",
            "UsedByNobody"),
        Arguments.of(
            OnAirRules.packagesAreNullMarked, "onair.example.unmarked", "InAnUnmarkedPackage"),
        forgetful(ApiRules.postsCanBeRepeated, "withoutKey"),
        forgetful(ApiRules.spendingCanBeRehearsed, "withoutRehearsal"),
        forgetful(ApiRules.rehearsalsShowAPlan, "withoutPlan"),
        forgetful(ApiRules.lateTransactionsBegin, "withoutBeginning"),
        forgetful(ApiRules.changesHonourIfMatch, "withoutIfMatch"),
        forgetful(ApiRules.ifMatchIsChecked, "withoutCheck"),
        forgetful(ApiRules.resourcesTellTheirVersion, "withoutKey"),
        forgetful(ApiRules.listsArePaged, "withoutPages"),
        forgetful(ApiRules.listsAreSearchedByMetadata, "withoutPages"),
        forgetful(ApiRules.resourcesTakeMetadata, "withoutKey"));
  }

  private static Arguments forgetful(ArchRule rule, String method) {
    return Arguments.of(rule, "onair.example.controller", "ForgetfulController." + method);
  }

  @ParameterizedTest
  @MethodSource("badExamples")
  void failsOnItsBadExample(ArchRule rule, String examplePackage, String named) {
    var result = rule.evaluate(new ClassFileImporter().importPackages(examplePackage));

    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().toString()).contains(named);
  }

  @Test
  void hasABadExampleForEachRule() {
    var all =
        Stream.of(OnAirRules.class, ApiRules.class)
            .flatMap(kind -> Arrays.stream(kind.getFields()))
            .filter(field -> field.getType() == ArchRule.class)
            .count();

    assertThat(badExamples().map(example -> example.get()[0]).distinct()).hasSize((int) all);
  }

  @Test
  void passesWhatKeepsAllPromises() {
    JavaClasses classes =
        new ClassFileImporter()
            .importPackages("onair.example.controller")
            .that(HasName.Predicates.nameContaining("KeepingController"));

    assertThat(classes).isNotEmpty();
    badExamples().map(example -> (ArchRule) example.get()[0]).forEach(rule -> rule.check(classes));
  }

  @Test
  void commonAndItsTestPartsFollowTheRules() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("onair.common", "onair.test");

    badExamples().map(example -> (ArchRule) example.get()[0]).forEach(rule -> rule.check(classes));
  }
}
