package onair.awslocal.mediapackagev2;

import onair.awslocal.policy.MalformedPolicy;
import onair.awslocal.policy.ResourcePolicy;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.PutOriginEndpointPolicyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ResourceTypeNotFound;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;

/**
 * Policies of channels and endpoints. An endpoint's policy decides who may read it; a channel's is
 * checked and kept, but the media plane of this machine needs no permission to send.
 */
final class Policies {

  private final PackageState state;

  Policies(PackageState state) {
    this.state = state;
  }

  void putChannel(String path, String policy) {
    check(policy);
    changeChannel(path, policy);
  }

  /** 404 without a channel or without a policy. */
  String channel(String path) {
    String policy = state.channels().get(Scope.current(), path).policy();
    return required(policy, ResourceTypeNotFound.CHANNEL, path);
  }

  void deleteChannel(String path) {
    changeChannel(path, null);
  }

  /** CDN authorization by a secret header is refused, because nothing here would ask for it. */
  void putEndpoint(String path, PutOriginEndpointPolicyRequest request) {
    if (request.cdnAuthConfiguration() != null) {
      throw Refusals.invalid(
          ValidationExceptionType.INVALID_SECRET,
          "CDN authorization does not work on this machine");
    }
    check(request.policy());
    changeEndpoint(path, request.policy());
  }

  /** 404 without an endpoint or without a policy. */
  String endpoint(String path) {
    String policy = state.endpoints().get(Scope.current(), path).policy();
    return required(policy, ResourceTypeNotFound.ORIGIN_ENDPOINT, path);
  }

  void deleteEndpoint(String path) {
    changeEndpoint(path, null);
  }

  private void changeChannel(String path, @Nullable String policy) {
    state.exclusively(
        () -> {
          ChannelRow row = state.channels().get(Scope.current(), path);
          state.channels().put(row.withPolicy(policy));
        });
  }

  private void changeEndpoint(String path, @Nullable String policy) {
    state.exclusively(
        () -> {
          EndpointRow row = state.endpoints().get(Scope.current(), path);
          state.endpoints().put(row.withPolicy(policy));
        });
  }

  private static void check(String policy) {
    try {
      ResourcePolicy.parse(policy);
    } catch (MalformedPolicy e) {
      throw Refusals.invalid(
          ValidationExceptionType.INVALID_POLICY, String.valueOf(e.getMessage()));
    }
  }

  private static String required(@Nullable String policy, ResourceTypeNotFound type, String path) {
    if (policy == null) {
      throw Refusals.notFound(type, path + "/policy");
    }
    return policy;
  }
}
