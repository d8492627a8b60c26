package onair.ads.placement;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A playback configuration as MediaTailor shows it.
 *
 * @param spec what it says of what we decide
 * @param hls what the address of an HLS manifest begins with; ends with a slash
 * @param dash what the address of a DASH manifest begins with; ends with a slash; null when
 *     MediaTailor plays no DASH, and then DASH viewers see the content without ads
 */
public record ObservedPlaybackConfiguration(
    PlaybackConfigurationSpec spec, URI hls, @Nullable URI dash) {}
