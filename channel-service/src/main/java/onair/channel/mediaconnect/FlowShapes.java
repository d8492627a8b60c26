package onair.channel.mediaconnect;

import java.util.Objects;
import onair.channel.parts.EntitlementSpec;
import onair.channel.parts.FlowOutputSpec;
import onair.channel.parts.FlowSpec;
import onair.channel.parts.FlowState;
import onair.common.reconcile.Identity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.model.AddFlowOutputsRequest;
import software.amazon.awssdk.services.mediaconnect.model.AddOutputRequest;
import software.amazon.awssdk.services.mediaconnect.model.Algorithm;
import software.amazon.awssdk.services.mediaconnect.model.CreateFlowRequest;
import software.amazon.awssdk.services.mediaconnect.model.Encryption;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.GrantEntitlementRequest;
import software.amazon.awssdk.services.mediaconnect.model.GrantFlowEntitlementsRequest;
import software.amazon.awssdk.services.mediaconnect.model.KeyType;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;
import software.amazon.awssdk.services.mediaconnect.model.SetSourceRequest;
import software.amazon.awssdk.services.mediaconnect.model.Source;
import software.amazon.awssdk.services.mediaconnect.model.Status;
import software.amazon.awssdk.services.mediaconnect.model.Transport;
import software.amazon.awssdk.services.mediaconnect.model.UpdateEncryption;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowSourceRequest;

/**
 * Requests about flows, and what their answers mean; pure. Source: MediaConnect API reference, and
 * user guide, "SRT password encryption" and "Static key encryption".
 *
 * @param roleArn role MediaConnect reads passphrases under
 */
record FlowShapes(String roleArn) {

  private static final String SOURCE = "contribution";

  /**
   * Names of flows need not be unique; ours is told from the owner alone, so that a flow can be
   * found by it.
   */
  static String name(Identity identity) {
    return "onair-%s-%s"
        .formatted(
            Objects.requireNonNull(identity.tags().get(Identity.DEPLOYMENT_TAG)), identity.name());
  }

  CreateFlowRequest createFlow(Identity identity, FlowSpec spec) {
    return CreateFlowRequest.builder()
        .name(name(identity))
        .flowTags(identity.tags())
        .source(
            SetSourceRequest.builder()
                .name(SOURCE)
                .protocol(Protocol.SRT_LISTENER)
                .ingestPort(spec.port())
                .whitelistCidr(spec.cidr())
                .minLatency(Math.toIntExact(spec.latency().toMillis()))
                .decryption(encryption(spec.secretArn()))
                .build())
        .build();
  }

  /** The flow as AWS is to show it. */
  Flow flow(Identity identity, FlowSpec spec) {
    return Flow.builder()
        .name(name(identity))
        .source(
            Source.builder()
                .name(SOURCE)
                .ingestPort(spec.port())
                .whitelistCidr(spec.cidr())
                .decryption(encryption(spec.secretArn()))
                .transport(
                    Transport.builder()
                        .protocol(Protocol.SRT_LISTENER)
                        .minLatency(Math.toIntExact(spec.latency().toMillis()))
                        .build())
                .build())
        .build();
  }

  UpdateFlowSourceRequest updateSource(String flowArn, String sourceArn, FlowSpec spec) {
    return UpdateFlowSourceRequest.builder()
        .flowArn(flowArn)
        .sourceArn(sourceArn)
        .protocol(Protocol.SRT_LISTENER)
        .ingestPort(spec.port())
        .whitelistCidr(spec.cidr())
        .minLatency(Math.toIntExact(spec.latency().toMillis()))
        .decryption(
            UpdateEncryption.builder()
                .keyType(KeyType.SRT_PASSWORD)
                .roleArn(roleArn)
                .secretArn(spec.secretArn())
                .build())
        .build();
  }

  /** Names of outputs are unique within their flow. */
  AddFlowOutputsRequest addOutput(Identity identity, FlowOutputSpec spec) {
    return AddFlowOutputsRequest.builder()
        .flowArn(spec.flowArn())
        .outputs(
            AddOutputRequest.builder()
                .name(name(identity))
                .outputTags(identity.tags())
                .protocol(Protocol.SRT_LISTENER)
                .port(spec.port())
                .cidrAllowList(spec.cidrs())
                .minLatency(Math.toIntExact(spec.latency().toMillis()))
                .encryption(encryption(spec.secretArn()))
                .build())
        .build();
  }

  /** Names of entitlements are unique within their flow. */
  GrantFlowEntitlementsRequest grant(Identity identity, EntitlementSpec spec) {
    String secretArn = spec.secretArn();
    return GrantFlowEntitlementsRequest.builder()
        .flowArn(spec.flowArn())
        .entitlements(
            GrantEntitlementRequest.builder()
                .name(name(identity))
                .entitlementTags(identity.tags())
                .subscribers(spec.subscribers())
                .dataTransferSubscriberFeePercent(spec.feePercent())
                .encryption(secretArn == null ? null : staticKey(secretArn))
                .build())
        .build();
  }

  /** Both ends keep the same key in a secret of their own. */
  private Encryption staticKey(String secretArn) {
    return Encryption.builder()
        .algorithm(Algorithm.AES256)
        .keyType(KeyType.STATIC_KEY)
        .roleArn(roleArn)
        .secretArn(secretArn)
        .build();
  }

  private Encryption encryption(String secretArn) {
    return Encryption.builder()
        .keyType(KeyType.SRT_PASSWORD)
        .roleArn(roleArn)
        .secretArn(secretArn)
        .build();
  }

  /** {@code host:port} of a source, once AWS has given it a host. */
  static @Nullable String address(@Nullable Source source) {
    return source == null || source.ingestIp() == null || source.ingestPort() == null
        ? null
        : source.ingestIp() + ":" + source.ingestPort();
  }

  static FlowState state(Status status) {
    return switch (status) {
      case STANDBY -> FlowState.STANDBY;
      case STARTING -> FlowState.STARTING;
      case ACTIVE -> FlowState.ACTIVE;
      case UPDATING -> FlowState.UPDATING;
      case STOPPING -> FlowState.STOPPING;
      case DELETING -> FlowState.DELETING;
      case ERROR -> FlowState.ERROR;
      case UNKNOWN_TO_SDK_VERSION -> FlowState.UNKNOWN;
    };
  }
}
