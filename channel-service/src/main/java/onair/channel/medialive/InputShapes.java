package onair.channel.medialive;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onair.channel.parts.AllowListSpec;
import onair.channel.parts.InputSpec;
import onair.channel.parts.InputSpec.FromUrl.Form;
import onair.common.aws.Difference;
import onair.common.aws.Differences;
import onair.common.reconcile.Identity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.Algorithm;
import software.amazon.awssdk.services.medialive.model.CreateInputRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.DescribeInputResponse;
import software.amazon.awssdk.services.medialive.model.InputDestinationRequest;
import software.amazon.awssdk.services.medialive.model.InputSourceRequest;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.InputWhitelistRuleCidr;
import software.amazon.awssdk.services.medialive.model.MediaConnectFlowRequest;
import software.amazon.awssdk.services.medialive.model.SrtCallerSourceRequest;
import software.amazon.awssdk.services.medialive.model.UpdateInputRequest;

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

  /**
   * As many destinations as there are make an input of so many pipelines, and one flow one of one.
   *
   * @param roleArn role under which MediaLive adds its output to a flow, and takes it off again
   */
  static CreateInputRequest createInput(Identity identity, InputSpec spec, String roleArn) {
    var request =
        CreateInputRequest.builder()
            .name(identity.name())
            .requestId(identity.token())
            .tags(identity.tags());
    return switch (spec) {
      case InputSpec.Push(List<String> streamNames, String allowListId) ->
          request
              .type(InputType.RTMP_PUSH)
              .inputSecurityGroups(allowListId)
              .destinations(
                  streamNames.stream()
                      .map(name -> InputDestinationRequest.builder().streamName(name).build())
                      .toList())
              .build();
      case InputSpec.FromFlow(String flowArn) ->
          request
              .type(InputType.MEDIACONNECT)
              .roleArn(roleArn)
              .mediaConnectFlows(MediaConnectFlowRequest.builder().flowArn(flowArn).build())
              .build();
      case InputSpec.FromUrl(Form form, String url) ->
          request.type(type(form)).sources(InputSourceRequest.builder().url(url).build()).build();
      case InputSpec.SrtCaller caller ->
          request
              .type(InputType.SRT_CALLER)
              .srtSettings(settings -> settings.srtCallerSources(source(caller)))
              .build();
    };
  }

  private static InputType type(Form form) {
    return switch (form) {
      case RTMP -> InputType.RTMP_PULL;
      case HLS -> InputType.URL_PULL;
      case MP4 -> InputType.MP4_FILE;
    };
  }

  private static SrtCallerSourceRequest source(InputSpec.SrtCaller caller) {
    return SrtCallerSourceRequest.builder()
        .srtListenerAddress(caller.host())
        .srtListenerPort(Integer.toString(caller.port()))
        .streamId(caller.streamId())
        .minimumLatency(Math.toIntExact(caller.latency().toMillis()))
        .decryption(
            decryption ->
                decryption.algorithm(Algorithm.AES256).passphraseSecretArn(caller.secretArn()))
        .build();
  }

  /** As it would be made now; its type is for good. */
  static UpdateInputRequest updateInput(
      String inputId, Identity identity, InputSpec spec, String roleArn) {
    CreateInputRequest wanted = createInput(identity, spec, roleArn);
    var request = UpdateInputRequest.builder().inputId(inputId).name(wanted.name());
    return switch (spec) {
      case InputSpec.Push push ->
          request
              .inputSecurityGroups(wanted.inputSecurityGroups())
              .destinations(wanted.destinations())
              .build();
      case InputSpec.FromFlow flow ->
          request.roleArn(wanted.roleArn()).mediaConnectFlows(wanted.mediaConnectFlows()).build();
      case InputSpec.FromUrl url -> request.sources(wanted.sources()).build();
      case InputSpec.SrtCaller caller -> request.srtSettings(wanted.srtSettings()).build();
    };
  }

  /** Stream names and URLs that are read are secrets, or may hold one, so they are left out. */
  static List<Difference> differences(
      Identity identity, InputSpec spec, String roleArn, DescribeInputResponse found) {
    CreateInputRequest wanted = createInput(identity, spec, roleArn);
    CreateInputRequest shown = wanted.toBuilder().sources(List.of()).build();
    var all = new ArrayList<>(Differences.between(shown, found));
    if (!wanted.inputSecurityGroups().equals(found.securityGroups())) {
      all.add(
          new Difference(
              "securityGroups",
              String.join(", ", wanted.inputSecurityGroups()),
              String.join(", ", found.securityGroups())));
    }
    return all;
  }

  /**
   * The address an encoder is given next to its stream key: {@code rtmp://ip:1935/app} out of
   * {@code rtmp://ip:1935/app/stream}. Empty when AWS gave none of that form.
   */
  static Optional<String> addressWithoutStream(@Nullable String destinationUrl) {
    if (destinationUrl == null) {
      return Optional.empty();
    }
    URI url = URI.create(destinationUrl);
    int slash = url.getPath() == null ? -1 : url.getPath().lastIndexOf('/');
    return slash < 1
        ? Optional.empty()
        : Optional.of(
            url.getScheme() + "://" + url.getAuthority() + url.getPath().substring(0, slash));
  }
}
