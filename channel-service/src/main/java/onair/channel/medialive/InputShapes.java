package onair.channel.medialive;

import java.net.URI;
import onair.channel.parts.AllowListSpec;
import onair.channel.parts.InputSpec;
import onair.common.reconcile.Identity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.CreateInputRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.InputDestinationRequest;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.InputWhitelistRuleCidr;

/** Requests about inputs, and what their answers mean; pure. Source: MediaLive API reference. */
final class InputShapes {

  private InputShapes() {}

  static CreateInputSecurityGroupRequest createAllowList(Identity identity, AllowListSpec spec) {
    return CreateInputSecurityGroupRequest.builder()
        .whitelistRules(
            spec.cidrs().stream()
                .map(cidr -> InputWhitelistRuleCidr.builder().cidr(cidr).build())
                .toList())
        .tags(identity.tags())
        .build();
  }

  /** One destination makes an input of one pipeline. */
  static CreateInputRequest createInput(Identity identity, InputSpec spec) {
    return CreateInputRequest.builder()
        .name(identity.name())
        .type(InputType.RTMP_PUSH)
        .requestId(identity.token())
        .inputSecurityGroups(spec.allowListId())
        .destinations(InputDestinationRequest.builder().streamName(spec.streamName()).build())
        .tags(identity.tags())
        .build();
  }

  /**
   * The address an encoder is given next to its stream key: {@code rtmp://ip:1935/app} out of
   * {@code rtmp://ip:1935/app/stream}. Null when AWS gave none of that form.
   */
  static @Nullable String addressWithoutStream(@Nullable String destinationUrl) {
    if (destinationUrl == null) {
      return null;
    }
    URI url = URI.create(destinationUrl);
    int slash = url.getPath() == null ? -1 : url.getPath().lastIndexOf('/');
    return slash < 1
        ? null
        : url.getScheme() + "://" + url.getAuthority() + url.getPath().substring(0, slash);
  }
}
