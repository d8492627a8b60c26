package onair.ads;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.ads.placement.ObservedPlaybackConfiguration;
import onair.ads.placement.PlaybackConfigurationSpec;
import onair.ads.placement.PlaybackConfigurations;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;

/** MediaTailor in memory: a put replaces, a delete is at once. */
public final class FakeTailor implements PlaybackConfigurations {

  public static final String HOST = "tailor.example.com";

  private final Map<String, PlaybackConfigurationSpec> configurations = new LinkedHashMap<>();

  public synchronized Optional<PlaybackConfigurationSpec> of(String name) {
    return Optional.ofNullable(configurations.get(name));
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
  public synchronized Optional<Found<ObservedPlaybackConfiguration>> observe(String name) {
    return of(name).map(FakeTailor::found);
  }

  @Override
  public List<Found<ObservedPlaybackConfiguration>> find(Identity identity) {
    return observe("onair-test-" + identity.key().owner()).stream().toList();
  }

  @Override
  public synchronized Found<ObservedPlaybackConfiguration> create(
      Identity identity, PlaybackConfigurationSpec spec) {
    configurations.put(spec.name(), spec);
    return found(spec);
  }

  @Override
  public synchronized Found<ObservedPlaybackConfiguration> update(
      Found<ObservedPlaybackConfiguration> found, PlaybackConfigurationSpec spec) {
    configurations.put(spec.name(), spec);
    return found(spec);
  }

  @Override
  public synchronized Deletion delete(Found<ObservedPlaybackConfiguration> found) {
    configurations.remove(found.physicalId());
    return new Deletion.Requested();
  }

  private static Found<ObservedPlaybackConfiguration> found(PlaybackConfigurationSpec spec) {
    String base = "https://" + HOST + "/v1/";
    return new Found<>(
        spec.name(),
        new ObservedPlaybackConfiguration(
            spec,
            URI.create(base + "master/abc/" + spec.name() + "/"),
            URI.create(base + "dash/abc/" + spec.name() + "/")),
        null);
  }
}
