package onair.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import onair.test.OnAirRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@AnalyzeClasses(packages = "onair.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests rules = ArchTests.in(OnAirRules.class);

  @ArchTest
  static final ArchRule neverWaitsOnAnEventLoop =
      noClasses()
          .should()
          .callMethod(Mono.class, "block")
          .orShould()
          .callMethod(Mono.class, "block", Duration.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "jakarta.servlet..", "java.net.http..")
          .because("a thread that waits holds up every caller of the gateway");

  @Test
  void theRuleAboutWaitingFindsSomebodyWhoWaits() {
    var classes = new ClassFileImporter().importClasses(SomebodyWhoWaits.class);

    assertThat(neverWaitsOnAnEventLoop.evaluate(classes).hasViolation()).isTrue();
  }

  static final class SomebodyWhoWaits {
    @Nullable Object look() {
      return Mono.just(1).block();
    }
  }
}
