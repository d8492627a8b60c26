package onair.channel.medialive;

import static onair.channel.medialive.Lookup.byId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onair.channel.parts.AllowListSpec;
import onair.channel.parts.ObservedAllowList;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroup;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroupState;

/**
 * Allow lists of push inputs: MediaLive {@code InputSecurityGroup}. Creating one knows neither name
 * nor token, so a lost answer is only resolved by its tags.
 */
final class MediaLiveInputSecurityGroups
    implements ExternalResource<AllowListSpec, ObservedAllowList> {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  private static final Set<String> DELETED = Set.of(InputSecurityGroupState.DELETED.toString());

  private final MediaLiveClient client;

  MediaLiveInputSecurityGroups(MediaLiveClient client) {
    this.client = client;
  }

  @Override
  public String kind() {
    return "medialive-input-security-group";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.None();
  }

  @Override
  public Optional<Found<ObservedAllowList>> observe(String physicalId) {
    return byId(() ->
            client.describeInputSecurityGroup(request -> request.inputSecurityGroupId(physicalId)))
        .filter(group -> !DELETED.contains(group.stateAsString()))
        .map(group -> found(group.id(), group.stateAsString()));
  }

  @Override
  public List<Found<ObservedAllowList>> find(Identity identity) {
    return client.listInputSecurityGroupsPaginator(request -> {}).inputSecurityGroups().stream()
        .filter(group -> identity.owns(group.tags()))
        .filter(group -> !DELETED.contains(group.stateAsString()))
        .map(MediaLiveInputSecurityGroups::found)
        .sorted(Ages.OLDEST_FIRST)
        .toList();
  }

  @Override
  public Found<ObservedAllowList> create(Identity identity, AllowListSpec spec) {
    return found(
        client
            .createInputSecurityGroup(InputShapes.createAllowList(identity, spec))
            .securityGroup());
  }

  /** AWS takes it only when no input uses it any more, and has no error of its own for that. */
  @Override
  public Deletion delete(Found<ObservedAllowList> found) {
    if (!found.observed().state().equals(InputSecurityGroupState.IDLE.toString())) {
      return new Deletion.NotYet("an input still uses the input security group", LOOK_AGAIN);
    }
    client.deleteInputSecurityGroup(request -> request.inputSecurityGroupId(found.physicalId()));
    return new Deletion.Requested();
  }

  @Override
  public String summary(ObservedAllowList observed) {
    return observed.state();
  }

  private static Found<ObservedAllowList> found(InputSecurityGroup group) {
    return found(group.id(), group.stateAsString());
  }

  private static Found<ObservedAllowList> found(String id, String state) {
    return new Found<>(id, new ObservedAllowList(state), null);
  }
}
