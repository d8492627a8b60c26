package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import onair.awslocal.control.ControlAccess;
import onair.awslocal.life.Profile;
import onair.awslocal.signature.AccessKey;
import onair.awslocal.signature.AccessKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsLocalConfigTest {

  @Test
  void hasADefaultForEverything() {
    AwsLocalConfig expected =
        new AwsLocalConfig(
            "127.0.0.1",
            "127.0.0.1",
            4566,
            8090,
            1935,
            Path.of(".aws-local").toAbsolutePath(),
            Profile.FAST,
            null,
            0,
            false,
            true,
            false,
            "000000000000",
            "eu-west-1",
            AccessKeys.anybody(
                List.of(new AccessKey("test", "test", "000000000000")), "000000000000"),
            ControlAccess.LOOPBACK);
    assertThat(AwsLocalConfig.from(Map.of())).isEqualTo(expected);
    assertThat(AwsLocalConfig.from(Map.of("AWS_LOCAL_PORT", " ", "AWS_LOCAL_FFMPEG", "")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1,127.0.0.1", "10.0.0.5,10.0.0.5", "0.0.0.0,127.0.0.1", "::,127.0.0.1"})
  void namesInAnswersAHostThatCanBeReached(String host, String publicHost) {
    assertThat(AwsLocalConfig.from(Map.of("AWS_LOCAL_HOST", host)).publicHost())
        .isEqualTo(publicHost);
  }

  @Test
  void throttlesNobodyInTheProfileInstantUnlessItIsTold() {
    Map<String, String> instant = Map.of("AWS_LOCAL_PROFILE", "instant");
    assertThat(AwsLocalConfig.from(instant).rateLimits()).isFalse();
    assertThat(
            AwsLocalConfig.from(
                    Map.of("AWS_LOCAL_PROFILE", "instant", "AWS_LOCAL_RATE_LIMITS", "default"))
                .rateLimits())
        .isTrue();
  }

  @Test
  void readsEveryVariable() {
    assertThat(
            AwsLocalConfig.from(
                Map.ofEntries(
                    Map.entry("AWS_LOCAL_HOST", "0.0.0.0"),
                    Map.entry("AWS_LOCAL_PUBLIC_HOST", "media.example"),
                    Map.entry("AWS_LOCAL_PORT", "1"),
                    Map.entry("AWS_LOCAL_EDGE_PORT", "2"),
                    Map.entry("AWS_LOCAL_RTMP_PORT", "0"),
                    Map.entry("AWS_LOCAL_DATA", "/data"),
                    Map.entry("AWS_LOCAL_PROFILE", "Realistic"),
                    Map.entry("AWS_LOCAL_FFMPEG", "/opt/ffmpeg"),
                    Map.entry("AWS_LOCAL_MAX_ENCODERS", "4"),
                    Map.entry("AWS_LOCAL_QUOTAS", "default"),
                    Map.entry("AWS_LOCAL_RATE_LIMITS", "off"),
                    Map.entry("AWS_LOCAL_FSYNC", "on"),
                    Map.entry("AWS_LOCAL_ACCOUNT_ID", "111122223333"),
                    Map.entry("AWS_LOCAL_REGION", "us-gov-west-1"),
                    Map.entry(
                        "AWS_LOCAL_CREDENTIALS", "AKIAONE:first, AKIATWO:sec/ond+=:444455556666"),
                    Map.entry("AWS_LOCAL_CONTROL", "Open"))))
        .isEqualTo(
            new AwsLocalConfig(
                "0.0.0.0",
                "media.example",
                1,
                2,
                0,
                Path.of("/data"),
                Profile.REALISTIC,
                Path.of("/opt/ffmpeg"),
                4,
                true,
                false,
                true,
                "111122223333",
                "us-gov-west-1",
                AccessKeys.only(
                    List.of(
                        new AccessKey("AKIAONE", "first", "111122223333"),
                        new AccessKey("AKIATWO", "sec/ond+=", "444455556666")),
                    "111122223333"),
                ControlAccess.OPEN));
  }

  @Test
  void letsAnybodyCallWhenAStarIsAmongTheCredentials() {
    assertThat(AwsLocalConfig.from(Map.of("AWS_LOCAL_CREDENTIALS", "*")).credentials())
        .isEqualTo(AccessKeys.anybody(List.of(), "000000000000"));
    assertThat(AwsLocalConfig.from(Map.of("AWS_LOCAL_CREDENTIALS", "A:b, *")).credentials())
        .isEqualTo(
            AccessKeys.anybody(List.of(new AccessKey("A", "b", "000000000000")), "000000000000"));
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_LOCAL_PORT, 65536",
    "AWS_LOCAL_PORT, -1",
    "AWS_LOCAL_EDGE_PORT, http",
    "AWS_LOCAL_RTMP_PORT, 1e3",
    "AWS_LOCAL_PROFILE, slow",
    "AWS_LOCAL_MAX_ENCODERS, many",
    "AWS_LOCAL_ACCOUNT_ID, 12345",
    "AWS_LOCAL_REGION, Europe",
    "AWS_LOCAL_RATE_LIMITS, some",
    "AWS_LOCAL_CONTROL, everybody"
  })
  void namesABadVariableAndItsValue(String name, String value) {
    assertThatThrownBy(() -> AwsLocalConfig.from(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " must be ")
        .hasMessageEndingWith("not \"" + value + "\"");
  }

  @Test
  void tellsNoSecretWhenItRefusesOrShowsItself() {
    assertThatThrownBy(
            () -> AwsLocalConfig.from(Map.of("AWS_LOCAL_CREDENTIALS", "AKIA:hidden,alone")))
        .hasMessageStartingWith("AWS_LOCAL_CREDENTIALS must be ")
        .hasMessageNotContaining("hidden");
    assertThat(AwsLocalConfig.from(Map.of("AWS_LOCAL_CREDENTIALS", "AKIA:hidden")).toString())
        .doesNotContain("hidden");
  }

  @Test
  void namesAllBadVariablesAtOnce() {
    assertThatThrownBy(
            () -> AwsLocalConfig.from(Map.of("AWS_LOCAL_PORT", "x", "AWS_LOCAL_PROFILE", "y")))
        .hasMessageContaining("AWS_LOCAL_PORT")
        .hasMessageContaining("AWS_LOCAL_PROFILE");
  }
}
