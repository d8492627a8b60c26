package onair.awslocal.mediapackagev2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.protocol.SdkJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.PutChannelPolicyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.PutOriginEndpointPolicyRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Minimal valid request bodies of real use; AWS's models accept each of them, so must we. */
class RequestBodiesTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @Test
  void allAreAcceptedInTheirOrder() throws Exception {
    try (MediaPackage aws = MediaPackage.in(folder)) {
      var group =
          aws.client.createChannelGroup(
              body("CreateChannelGroup", CreateChannelGroupRequest.class));
      var channel = aws.client.createChannel(body("CreateChannel", CreateChannelRequest.class));
      assertThat(channel.inputSwitchConfiguration().mqcsInputSwitching()).isTrue();
      aws.client.putChannelPolicy(body("PutChannelPolicy", PutChannelPolicyRequest.class));
      var endpoint =
          aws.client.createOriginEndpoint(
              body("CreateOriginEndpoint", CreateOriginEndpointRequest.class));
      for (String other : new String[] {"CreateOriginEndpoint.MSS", "CreateOriginEndpoint.DRM"}) {
        aws.client.createOriginEndpoint(body(other, CreateOriginEndpointRequest.class));
      }
      aws.client.putOriginEndpointPolicy(
          body("PutOriginEndpointPolicy (OAC)", PutOriginEndpointPolicyRequest.class));

      assertThat(endpoint.lowLatencyHlsManifests().getFirst().url())
          .isEqualTo("https://" + group.egressDomain() + "/out/v1/grp1/ev-42/cmaf/ll.m3u8");
      assertThat(aws.origin.open.get("grp1/ev-42")).containsOnlyKeys("cmaf");
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

  private static <T extends SdkPojo> T body(String name, Class<T> type) throws Exception {
    try (InputStream file = RequestBodiesTest.class.getResourceAsStream("request-bodies.json")) {
      JsonNode bodies = JSON.readTree(Objects.requireNonNull(file));
      byte[] json = bodies.get(name).get("body").toString().getBytes(StandardCharsets.UTF_8);
      return SdkJson.codec(type).read(json);
    }
  }
}
