package onair.awslocal.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.testcontainers.utility.DockerImageName;

/** What is asked of Docker; no engine is needed to see it. */
class AwsLocalContainerTest {

  private final AwsLocalContainer container = new AwsLocalContainer();

  @Test
  void opensThePortsOfTheApiTheEdgeAndRtmp() {
    assertThat(container.getExposedPorts()).containsExactly(4566, 8090, 1935);
  }

  @Test
  void changesStatesInNoTimeAndLetsItsControlsBeUsedFromOutside() {
    assertThat(container.getEnvMap())
        .containsEntry("AWS_LOCAL_PROFILE", "instant")
        .containsEntry("AWS_LOCAL_CONTROL", "open");
  }

  @Test
  void tellsWithWhatToSign() {
    assertThat(container.region()).isEqualTo("eu-west-1");
    assertThat(container.accessKeyId()).isEqualTo("test");
    assertThat(container.secretAccessKey()).isEqualTo("test");

    container
        .withEnv("AWS_LOCAL_REGION", "us-west-2")
        .withEnv("AWS_LOCAL_CREDENTIALS", "AKIAONE:first,AKIATWO:second");

    assertThat(container.region()).isEqualTo("us-west-2");
    assertThat(container.accessKeyId()).isEqualTo("AKIAONE");
    assertThat(container.secretAccessKey()).isEqualTo("first");
  }

  @Test
  void takesAnotherImageOnlyWhenItIsDeclaredToBeTheSame() {
    DockerImageName mirrored = DockerImageName.parse("registry.example/team/aws-local:7");

    assertThatThrownBy(() -> new AwsLocalContainer(mirrored))
        .isInstanceOf(IllegalStateException.class);
    assertThat(
            new AwsLocalContainer(
                    mirrored.asCompatibleSubstituteFor(AwsLocalContainer.DEFAULT_IMAGE))
                .getExposedPorts())
        .hasSize(3);
  }

  @Test
  void opensThePortsThatTheImageSaysItHas() throws Exception {
    assertThat(Files.readString(Path.of("../deploy/aws-local.Dockerfile")))
        .contains("EXPOSE 4566 8090 1935");
  }
}
