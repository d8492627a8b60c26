package onair.ads.placement;

import java.net.URI;

/**
 * A playback configuration as MediaTailor shows it.
 *
 * @param spec what it says of what we decide
 * @param hls what the address of an HLS manifest begins with; ends with a slash
 * @param dash what the address of a DASH manifest begins with; ends with a slash
 */
public record ObservedPlaybackConfiguration(PlaybackConfigurationSpec spec, URI hls, URI dash) {}
