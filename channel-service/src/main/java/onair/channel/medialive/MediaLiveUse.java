package onair.channel.medialive;

import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import onair.channel.quota.AccountUse;
import onair.channel.quota.Quota;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.ChannelSummary;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroup;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroupState;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.InputType;

/** Everything in MediaLive that takes from a quota; what is deleted takes nothing. */
final class MediaLiveUse implements AccountUse {

  private static final Set<InputType> PUSHED =
      Set.of(InputType.RTMP_PUSH, InputType.RTP_PUSH, InputType.UDP_PUSH);

  private final MediaLiveClient client;

  MediaLiveUse(MediaLiveClient client) {
    this.client = client;
  }

  @Override
  public Map<Quota, Set<String>> ids() {
    return Map.of(
        Quota.ENCODERS,
        client.listChannelsPaginator(request -> {}).channels().stream()
            .filter(channel -> channel.state() != ChannelState.DELETED)
            .map(ChannelSummary::id)
            .collect(toSet()),
        Quota.PUSH_INPUTS,
        inputs(input -> PUSHED.contains(input.type())),
        Quota.PULL_INPUTS,
        inputs(input -> !PUSHED.contains(input.type())),
        Quota.ALLOW_LISTS,
        client.listInputSecurityGroupsPaginator(request -> {}).inputSecurityGroups().stream()
            .filter(list -> list.state() != InputSecurityGroupState.DELETED)
            .map(InputSecurityGroup::id)
            .collect(toSet()));
  }

  private Set<String> inputs(Predicate<Input> which) {
    return client.listInputsPaginator(request -> {}).inputs().stream()
        .filter(input -> input.state() != InputState.DELETED)
        .filter(which)
        .map(Input::id)
        .collect(toSet());
  }
}
