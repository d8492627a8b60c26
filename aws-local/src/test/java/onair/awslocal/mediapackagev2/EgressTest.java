package onair.awslocal.mediapackagev2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import onair.awslocal.origin.OriginRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.mediapackagev2.model.ContainerType;
import software.amazon.awssdk.services.mediapackagev2.model.ResourceNotFoundException;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationException;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;

class EgressTest {

  private static final String PLAYLIST = "/out/v1/grp/ev/cmaf/index.m3u8";

  @TempDir Path folder;
  private MediaPackage aws;

  @BeforeEach
  void start() throws Exception {
    aws = MediaPackage.in(folder);
    aws.channel();
    aws.endpoint("cmaf");
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
  }

  @Test
  void withoutAPolicyNobodyMayRead() {
    assertThat(aws.fetch(PLAYLIST).status()).isEqualTo(403);
  }

  @Test
  void whomThePolicyAllowsReadsWhatTheOriginHas() {
    aws.allowCloudFront("cmaf");

    var response = aws.fetch(PLAYLIST);

    assertThat(response.status()).isEqualTo(200);
    assertThat(MediaPackage.text(response))
        .isEqualTo(MediaPackage.TARGET + " cmaf index.m3u8 {start=1}");
    assertThat(MediaPackage.text(aws.fetch("/out/v1/grp/ev/cmaf/v720/segment_7.m4s")))
        .startsWith(MediaPackage.TARGET + " cmaf v720/segment_7.m4s");
  }

  @Test
  void anyoneElseIsForbidden() {
    aws.allowCloudFront("cmaf");
    String domain = aws.domain();

    assertThat(
            aws.directory
                .fetch(domain, OriginRequest.anonymous("GET", PLAYLIST, Map.of()))
                .status())
        .isEqualTo(403);
    assertThat(
            aws.directory
                .fetch(
                    domain,
                    new OriginRequest(
                        "GET",
                        PLAYLIST,
                        Map.of(),
                        "cloudfront.amazonaws.com",
                        "arn:aws:cloudfront::999988887777:distribution/E1",
                        "999988887777"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void aPolicyThatIsTakenAwayNoLongerHelps() {
    aws.allowCloudFront("cmaf");
    assertThat(
            aws.client
                .getOriginEndpointPolicy(
                    e -> e.channelGroupName("grp").channelName("ev").originEndpointName("cmaf"))
                .policy())
        .contains("cloudfront.amazonaws.com");

    aws.client.deleteOriginEndpointPolicy(
        e -> e.channelGroupName("grp").channelName("ev").originEndpointName("cmaf"));

    assertThat(aws.fetch(PLAYLIST).status()).isEqualTo(403);
    assertThatThrownBy(
            () ->
                aws.client.getOriginEndpointPolicy(
                    e -> e.channelGroupName("grp").channelName("ev").originEndpointName("cmaf")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/out/v1/grp/ev/cmaf",
        "/out/v1/grp/ev/other/index.m3u8",
        "/out/v1/other/ev/cmaf/index.m3u8",
        "/in/v1/grp/ev/cmaf/index.m3u8"
      })
  void whatIsNoEndpointIsNotFound(String path) {
    aws.allowCloudFront("cmaf");

    assertThat(aws.fetch(path).status()).isEqualTo(404);
  }

  @Test
  void onlyReadingIsPossible() {
    aws.allowCloudFront("cmaf");
    String domain = aws.domain();

    for (String method : new String[] {"POST", "PUT", "DELETE"}) {
      assertThat(
              aws.directory
                  .fetch(domain, OriginRequest.anonymous(method, PLAYLIST, Map.of()))
                  .status())
          .isEqualTo(405);
    }
  }

  @Test
  void anEndpointThatIsNotPackagedHereSaysSo() {
    aws.client.createOriginEndpoint(
        MediaPackage.cmaf("ism")
            .containerType(ContainerType.ISM)
            .hlsManifests(List.of())
            .dashManifests(List.of())
            .mssManifests(m -> m.manifestName("index"))
            .build());
    aws.allowCloudFront("ism");

    var response = aws.fetch("/out/v1/grp/ev/ism/index.ism/Manifest");

    assertThat(response.status()).isEqualTo(501);
    assertThat(MediaPackage.text(response)).contains("ISM containers");
    assertThat(aws.origin.open.get(MediaPackage.TARGET)).containsOnlyKeys("cmaf");
  }

  @Test
  void aPolicyWeWouldNotObeyIsRefused() {
    for (String policy : new String[] {"{}", "not json", "{\"Statement\": []}"}) {
      assertThatThrownBy(
              () ->
                  aws.client.putOriginEndpointPolicy(
                      p ->
                          p.channelGroupName("grp")
                              .channelName("ev")
                              .originEndpointName("cmaf")
                              .policy(policy)))
          .isInstanceOfSatisfying(
              ValidationException.class,
              e ->
                  assertThat(e.validationExceptionType())
                      .isEqualTo(ValidationExceptionType.INVALID_POLICY));
    }
    assertThatThrownBy(
            () ->
                aws.client.putOriginEndpointPolicy(
                    p ->
                        p.channelGroupName("grp")
                            .channelName("ev")
                            .originEndpointName("cmaf")
                            .policy("{}")
                            .cdnAuthConfiguration(
                                c ->
                                    c.cdnIdentifierSecretArns(
                                            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-AbCdEf")
                                        .secretsRoleArn("arn:aws:iam::111122223333:role/r"))))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void aChannelsPolicyIsCheckedAndKept() {
    String policy =
        """
        {"Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"},
         "Action": "mediapackagev2:PutObject", "Resource": "*"}}""";

    aws.client.putChannelPolicy(p -> p.channelGroupName("grp").channelName("ev").policy(policy));

    assertThat(
            aws.client.getChannelPolicy(p -> p.channelGroupName("grp").channelName("ev")).policy())
        .isEqualTo(policy);
    aws.client.deleteChannelPolicy(p -> p.channelGroupName("grp").channelName("ev"));
    assertThatThrownBy(
            () -> aws.client.getChannelPolicy(p -> p.channelGroupName("grp").channelName("ev")))
        .isInstanceOf(ResourceNotFoundException.class);
  }
}
