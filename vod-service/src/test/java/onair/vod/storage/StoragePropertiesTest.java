package onair.vod.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import onair.common.aws.AwsProperties;
import onair.common.aws.DeploymentProperties;
import onair.test.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoragePropertiesTest {

  private static final Properties<StorageProperties> PROPERTIES =
      Properties.of(StorageProperties.class);
  private static final AwsProperties AWS =
      new AwsProperties(
          URI.create("http://127.0.0.1:1"),
          "eu-west-1",
          "111122223333",
          null,
          null,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          1,
          1);

  @Test
  void namesTheBucketAfterTheInstallationUnlessOneIsGiven() {
    var deployment = new DeploymentProperties("prod");
    assertThat(PROPERTIES.bind().bucket(deployment, AWS))
        .isEqualTo(
            new VodBucket(
                "onair-prod-111122223333-vod", "eu-west-1", "111122223333", List.of("*")));
    assertThat(
            PROPERTIES
                .bind("bucket=my-films", "upload-origins=https://studio.example.com")
                .bucket(deployment, AWS))
        .isEqualTo(
            new VodBucket(
                "my-films", "eu-west-1", "111122223333", List.of("https://studio.example.com")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bucket=My_Films", "bucket=a.b.c", "bucket=ab"})
  void refusesNamesNoBucketCanHaveBehindACertificate(String setting) {
    assertThat(PROPERTIES.failure(setting)).contains("onair.vod.bucket");
  }
}
