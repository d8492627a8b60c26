package onair.ads.mediatailor;

import java.util.List;
import java.util.Optional;
import onair.ads.placement.ObservedPlaybackConfiguration;
import onair.ads.placement.PlacementNames;
import onair.ads.placement.PlaybackConfigurationSpec;
import onair.ads.placement.PlaybackConfigurations;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;
import software.amazon.awssdk.services.mediatailor.model.GetPlaybackConfigurationResponse;
import software.amazon.awssdk.services.mediatailor.model.MediaTailorException;

/**
 * Playback configurations. Physical id: the name. A put replaces the whole configuration, so that a
 * repeated create changes nothing and an update begins with what is there.
 */
final class TailorPlaybackConfigurations implements PlaybackConfigurations {

  private final MediaTailorClient client;
  private final PlacementNames names;

  TailorPlaybackConfigurations(MediaTailorClient client, PlacementNames names) {
    this.client = client;
    this.names = names;
  }

  @Override
  public String kind() {
    return "mediatailor-playback-configuration";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedPlaybackConfiguration>> observe(String physicalId) {
    return read(physicalId).map(TailorShapes::found);
  }

  @Override
  public List<Found<ObservedPlaybackConfiguration>> find(Identity identity) {
    return observe(names.of(identity.key().owner())).stream().toList();
  }

  @Override
  public Found<ObservedPlaybackConfiguration> create(
      Identity identity, PlaybackConfigurationSpec spec) {
    return TailorShapes.found(client.putPlaybackConfiguration(TailorShapes.create(identity, spec)));
  }

  @Override
  public Found<ObservedPlaybackConfiguration> update(
      Found<ObservedPlaybackConfiguration> found, PlaybackConfigurationSpec spec) {
    GetPlaybackConfigurationResponse now =
        client.getPlaybackConfiguration(request -> request.name(found.physicalId()));
    return TailorShapes.found(client.putPlaybackConfiguration(TailorShapes.update(now, spec)));
  }

  /** MediaTailor has no state between there and gone. */
  @Override
  public Deletion delete(Found<ObservedPlaybackConfiguration> found) {
    client.deletePlaybackConfiguration(request -> request.name(found.physicalId()));
    return new Deletion.Requested();
  }

  /** MediaTailor models no error for a name it does not know. */
  private Optional<GetPlaybackConfigurationResponse> read(String name) {
    try {
      return Optional.of(client.getPlaybackConfiguration(request -> request.name(name)));
    } catch (MediaTailorException failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
