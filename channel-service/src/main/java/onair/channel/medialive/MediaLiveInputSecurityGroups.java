package onair.channel.medialive;

import static onair.channel.medialive.Lookup.byId;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.channel.parts.AllowListSpec;
import onair.channel.parts.ObservedAllowList;
import onair.common.aws.Difference;
import onair.common.aws.Differences;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.common.reconcile.InventoryScope;
import onair.common.reconcile.Listed;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.DescribeInputSecurityGroupResponse;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroup;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroupState;

/**
 * Allow lists of push inputs: MediaLive {@code InputSecurityGroup}. Creating one knows neither name
 * nor token, so a lost answer is only resolved by its tags.
 */
final class MediaLiveInputSecurityGroups
    implements ExternalResource<AllowListSpec, ObservedAllowList> {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  private static final int PAGE = 100;
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
    return client
        .listInputSecurityGroupsPaginator(request -> request.maxResults(PAGE))
        .inputSecurityGroups()
        .stream()
        .filter(group -> identity.owns(group.tags()))
        .filter(group -> !DELETED.contains(group.stateAsString()))
        .map(MediaLiveInputSecurityGroups::found)
        .sorted(Ages.OLDEST_FIRST)
        .toList();
  }

  @Override
  public List<Listed<ObservedAllowList>> inventory(InventoryScope scope) {
    return client
        .listInputSecurityGroupsPaginator(request -> request.maxResults(PAGE))
        .inputSecurityGroups()
        .stream()
        .filter(group -> !DELETED.contains(group.stateAsString()))
        .filter(group -> scope.covers(group.id(), group.tags()))
        .map(group -> new Listed<>(found(group), group.tags(), Map.of()))
        .toList();
  }

  @Override
  public Found<ObservedAllowList> create(Identity identity, AllowListSpec spec) {
    return found(
        client
            .createInputSecurityGroup(InputShapes.createAllowList(identity, spec))
            .securityGroup());
  }

  /**
   * AWS takes it only when no input uses it any more, and has no error of its own for that. One
   * that says it is in use and names no input never becomes idle by itself, so AWS is asked all the
   * same.
   */
  @Override
  public Deletion delete(Found<ObservedAllowList> found) {
    if (!found.observed().state().equals(InputSecurityGroupState.IDLE.toString())) {
      List<String> users = users(found.physicalId());
      if (!users.isEmpty()) {
        return new Deletion.NotYet(
            "input " + String.join(", ", users) + " uses the input security group", LOOK_AGAIN);
      }
    }
    client.deleteInputSecurityGroup(request -> request.inputSecurityGroupId(found.physicalId()));
    return new Deletion.Requested();
  }

  @Override
  public List<Difference> differences(Identity identity, AllowListSpec spec, String physicalId) {
    return byId(() ->
            client.describeInputSecurityGroup(request -> request.inputSecurityGroupId(physicalId)))
        .map(found -> Differences.between(InputShapes.createAllowList(identity, spec), found))
        .orElse(List.of());
  }

  @Override
  public boolean repair(Identity identity, AllowListSpec spec, String physicalId) {
    var wanted = InputShapes.createAllowList(identity, spec);
    client.updateInputSecurityGroup(
        request ->
            request.inputSecurityGroupId(physicalId).whitelistRules(wanted.whitelistRules()));
    return true;
  }

  private List<String> users(String id) {
    return byId(() ->
            client.describeInputSecurityGroup(request -> request.inputSecurityGroupId(id)))
        .map(DescribeInputSecurityGroupResponse::inputs)
        .orElse(List.of());
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
