package onair.channel.medialive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.channel.parts.AllowListSpec;
import onair.channel.parts.InputSpec;
import onair.channel.parts.InputSpec.FromUrl.Form;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.medialive.model.CreateInputRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.InputDestinationRequest;

class InputShapesTest {

  private static final String ROLE = "arn:aws:iam::111122223333:role/MediaLiveAccessRole";

  @Test
  void anInputAsksForWhatTheReferenceBodyAsksForWithOneDestination() {
    var request =
        InputShapes.createInput(
            Requests.IDENTITY, new InputSpec.Push(List.of("live/secret"), "1234567"), ROLE);

    var reference =
        Requests.reference(
            "medialive-create-input",
            Map.of(
                "Name", Requests.IDENTITY.name(),
                "RequestId", Requests.IDENTITY.token(),
                "Destinations", List.of(Map.of("StreamName", "live/secret")),
                "Tags", Requests.IDENTITY.tags()));
    assertThat(request).isEqualTo(Requests.request(CreateInputRequest.class, reference));
  }

  @Test
  void anInputOfTwoPipelinesAsksForADestinationForEach() {
    var request =
        InputShapes.createInput(
            Requests.IDENTITY, new InputSpec.Push(List.of("live/a", "live2/a"), "1234567"), ROLE);

    assertThat(request.destinations())
        .extracting(InputDestinationRequest::streamName)
        .containsExactly("live/a", "live2/a");
  }

  @Test
  void anInputOfAFlowAsksForWhatTheReferenceBodyAsksFor() {
    String flow = "arn:aws:mediaconnect:eu-west-1:111122223333:flow:1-abc-def:ev-42";
    var request = InputShapes.createInput(Requests.IDENTITY, new InputSpec.FromFlow(flow), ROLE);

    var reference =
        Requests.reference(
            "medialive-create-input-mediaconnect",
            Map.of(
                "Name", Requests.IDENTITY.name(),
                "RequestId", Requests.IDENTITY.token(),
                "Tags", Requests.IDENTITY.tags()));
    assertThat(request).isEqualTo(Requests.request(CreateInputRequest.class, reference));
  }

  @Test
  void anInputThatCallsAnSrtListenerAsksForWhatTheReferenceBodyAsksFor() {
    String secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:srt-AbCdEf";
    var spec =
        new InputSpec.SrtCaller("198.51.100.10", 9000, "ev42", secret, Duration.ofSeconds(2));
    var request = InputShapes.createInput(Requests.IDENTITY, spec, ROLE);

    var reference =
        Requests.reference(
            "medialive-create-input-srt-caller",
            Map.of(
                "Name", Requests.IDENTITY.name(),
                "RequestId", Requests.IDENTITY.token(),
                "Tags", Requests.IDENTITY.tags()));
    assertThat(request).isEqualTo(Requests.request(CreateInputRequest.class, reference));
  }

  @ParameterizedTest
  @CsvSource({"RTMP, RTMP_PULL", "HLS, URL_PULL", "MP4, MP4_FILE"})
  void anInputThatReadsAUrlAsksForWhatTheReferenceBodyAsksFor(Form form, String type) {
    var spec = new InputSpec.FromUrl(form, "https://example.com/a");
    var request = InputShapes.createInput(Requests.IDENTITY, spec, ROLE);

    var reference =
        Requests.reference(
            "medialive-create-input-file",
            Map.of(
                "Name", Requests.IDENTITY.name(),
                "RequestId", Requests.IDENTITY.token(),
                "Type", type,
                "Sources", List.of(Map.of("Url", "https://example.com/a")),
                "Tags", Requests.IDENTITY.tags()));
    assertThat(request).isEqualTo(Requests.request(CreateInputRequest.class, reference));
    assertThat(spec.toString()).doesNotContain("example.com");
  }

  @Test
  void anAllowListAsksForWhatTheReferenceBodyAsksFor() {
    var request =
        InputShapes.createAllowList(
            Requests.IDENTITY, new AllowListSpec(List.of("203.0.113.0/24")));

    var reference =
        Requests.reference(
            "medialive-create-input-security-group", Map.of("Tags", Requests.IDENTITY.tags()));
    assertThat(request)
        .isEqualTo(Requests.request(CreateInputSecurityGroupRequest.class, reference));
  }

  @Test
  void aSpecDoesNotShowTheStreamKey() {
    assertThat(new InputSpec.Push(List.of("live/secret"), "1").toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "rtmp://203.0.113.9:1935/live/key, rtmp://203.0.113.9:1935/live",
    "rtmp://203.0.113.9:1935/a/b/key, rtmp://203.0.113.9:1935/a/b",
    "rtmp://203.0.113.9:1935/key, ",
    "rtmp://203.0.113.9:1935, ",
    ", ",
  })
  void theAddressForBroadcastersEndsBeforeTheKey(@Nullable String url, @Nullable String address) {
    assertThat(InputShapes.addressWithoutStream(url)).isEqualTo(Optional.ofNullable(address));
  }
}
