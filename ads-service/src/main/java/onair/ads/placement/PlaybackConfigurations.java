package onair.ads.placement;

import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;

/** Playback configurations, which besides being there or not can be changed. */
public interface PlaybackConfigurations
    extends ExternalResource<PlaybackConfigurationSpec, ObservedPlaybackConfiguration> {

  /** Changes what we decide and leaves everything else as it is; sessions go on. */
  Found<ObservedPlaybackConfiguration> update(
      Found<ObservedPlaybackConfiguration> found, PlaybackConfigurationSpec spec);
}
