package onair.awslocal.media;

import java.time.Duration;
import java.util.List;

/**
 * One origin endpoint: how the channel is cut and which manifests it offers.
 *
 * @param name unique within the channel
 * @param segment shortest segment; the cut is at the first keyframe at or after it
 * @param startOver how far back a viewer may start; zero for live only
 * @param manifests with distinct names per suffix
 */
public record EndpointSpec(
    String name, Duration segment, Duration startOver, List<ManifestSpec> manifests) {

  public EndpointSpec {
    manifests = List.copyOf(manifests);
  }
}
