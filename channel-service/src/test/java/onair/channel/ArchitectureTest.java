package onair.channel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import onair.test.OnAirRules;

@AnalyzeClasses(packages = "onair.channel", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests rules = ArchTests.in(OnAirRules.class);

  @ArchTest
  static final ArchRule featuresDoNotKnowTheEdges =
      noClasses()
          .that()
          .resideInAnyPackage(
              "onair.channel.live..",
              "onair.channel.share..",
              "onair.channel.simulcast..",
              "onair.channel.srt..",
              "onair.channel.secret..",
              "onair.channel.packaging..",
              "onair.channel.parts..",
              "onair.channel.operation..",
              "onair.channel.schedule..",
              "onair.channel.ladder..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "onair.channel.medialive..",
              "onair.channel.mediapackage..",
              "onair.channel.mediaconnect..",
              "onair.channel.secretsmanager..",
              "onair.channel.mediastore..",
              "onair.channel.s3..")
          .because("arrows go from the edge to the feature");
}
