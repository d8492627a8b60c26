package onair.channel.mediaconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import onair.channel.parts.FlowOutputSpec;
import onair.channel.parts.FlowSpec;
import onair.channel.parts.FlowState;
import onair.common.reconcile.Identity;
import onair.common.reconcile.ResourceKey;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.mediaconnect.model.KeyType;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;
import software.amazon.awssdk.services.mediaconnect.model.Source;
import software.amazon.awssdk.services.mediaconnect.model.Status;

class FlowShapesTest {

  private static final String ROLE = "arn:aws:iam::111122223333:role/MediaConnectAccess";
  private static final String SECRET =
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:srt-AbCdEf";
  private static final Identity IDENTITY =
      new Identity(
          new ResourceKey("ch_1", "mediaconnect-flow"),
          "org_1",
          1,
          "ch_1/mediaconnect-flow#1",
          "ch_1",
          Map.of(Identity.DEPLOYMENT_TAG, "test"));

  private final FlowShapes shapes = new FlowShapes(ROLE);

  @Test
  void aFlowListensForOneEncryptedSourceFromTheRangeAndCarriesItsTagsFromTheStart() {
    var request =
        shapes.createFlow(
            IDENTITY, new FlowSpec(5000, "203.0.113.0/24", SECRET, Duration.ofSeconds(2)));

    assertThat(request.name()).isEqualTo("onair-test-ch_1");
    assertThat(request.flowTags()).isEqualTo(IDENTITY.tags());
    assertThat(request.source().protocol()).isEqualTo(Protocol.SRT_LISTENER);
    assertThat(request.source().ingestPort()).isEqualTo(5000);
    assertThat(request.source().minLatency()).isEqualTo(2000);
    assertThat(request.source().whitelistCidr()).isEqualTo("203.0.113.0/24");
    assertThat(request.source().decryption().keyType()).isEqualTo(KeyType.SRT_PASSWORD);
    assertThat(request.source().decryption().secretArn()).isEqualTo(SECRET);
    assertThat(request.source().decryption().roleArn()).isEqualTo(ROLE);
  }

  @Test
  void anOutputListensForThePartnerWithAPassphraseAndAnAllowListOfItsOwn() {
    var request =
        shapes.addOutput(
            IDENTITY,
            new FlowOutputSpec(
                "arn:flow", 5001, List.of("198.51.100.0/24"), SECRET, Duration.ofMillis(500)));

    assertThat(request.flowArn()).isEqualTo("arn:flow");
    assertThat(request.outputs())
        .singleElement()
        .satisfies(
            output -> {
              assertThat(output.protocol()).isEqualTo(Protocol.SRT_LISTENER);
              assertThat(output.port()).isEqualTo(5001);
              assertThat(output.cidrAllowList()).containsExactly("198.51.100.0/24");
              assertThat(output.encryption().secretArn()).isEqualTo(SECRET);
            });
  }

  @Test
  void everyStateOfAwsHasAWord() {
    for (Status status : Status.values()) {
      assertThat(FlowShapes.state(status)).isNotNull();
    }
    assertThat(FlowShapes.state(Status.ACTIVE)).isEqualTo(FlowState.ACTIVE);
  }

  @Test
  void theAddressIsKnownOnceAwsHasGivenAHost() {
    assertThat(FlowShapes.address(null)).isNull();
    assertThat(FlowShapes.address(Source.builder().ingestPort(5000).build())).isNull();
    assertThat(
            FlowShapes.address(Source.builder().ingestIp("203.0.113.9").ingestPort(5000).build()))
        .isEqualTo("203.0.113.9:5000");
  }
}
