package onair.awslocal.mediapackagev2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.resource.RequestBodies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.PutChannelPolicyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.PutOriginEndpointPolicyRequest;

/** Minimal valid request bodies of real use; AWS's models accept each of them, so must we. */
class RequestBodiesTest {

  private static final RequestBodies BODIES = RequestBodies.beside(RequestBodiesTest.class);

  @TempDir Path folder;

  @Test
  void allAreAcceptedInTheirOrder() throws Exception {
    try (MediaPackage aws = MediaPackage.in(folder)) {
      var group =
          aws.client.createChannelGroup(
              BODIES.body("CreateChannelGroup", CreateChannelGroupRequest.class));
      var channel =
          aws.client.createChannel(BODIES.body("CreateChannel", CreateChannelRequest.class));
      assertThat(channel.inputSwitchConfiguration().mqcsInputSwitching()).isTrue();
      aws.client.putChannelPolicy(BODIES.body("PutChannelPolicy", PutChannelPolicyRequest.class));
      var endpoint =
          aws.client.createOriginEndpoint(
              BODIES.body("CreateOriginEndpoint", CreateOriginEndpointRequest.class));
      for (String other : new String[] {"CreateOriginEndpoint.MSS", "CreateOriginEndpoint.DRM"}) {
        aws.client.createOriginEndpoint(BODIES.body(other, CreateOriginEndpointRequest.class));
      }
      aws.client.putOriginEndpointPolicy(
          BODIES.body("PutOriginEndpointPolicy (OAC)", PutOriginEndpointPolicyRequest.class));

      assertThat(endpoint.lowLatencyHlsManifests().getFirst().url())
          .isEqualTo("https://" + group.egressDomain() + "/out/v1/grp1/ev-42/cmaf/ll.m3u8");
      assertThat(aws.origin.open.get("mediapackagev2/111122223333/eu-west-1/grp1/ev-42"))
          .containsOnlyKeys("cmaf");
      assertThat(
              aws.directory
                  .fetch(
                      group.egressDomain(),
                      new OriginRequest(
                          "GET",
                          "/out/v1/grp1/ev-42/cmaf/index.m3u8",
                          Map.of(),
                          "cloudfront.amazonaws.com",
                          MediaPackage.DISTRIBUTION,
                          MediaPackage.ACCOUNT))
                  .status())
          .isEqualTo(200);
    }
  }
}
