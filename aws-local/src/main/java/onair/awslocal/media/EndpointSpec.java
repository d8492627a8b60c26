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
 * @param encrypted whether nothing is answered until the keys are there, see {@link
 *     LiveOrigin#protect}
 */
public record EndpointSpec(
    String name,
    Duration segment,
    Duration startOver,
    List<ManifestSpec> manifests,
    boolean encrypted) {

  public EndpointSpec {
    manifests = List.copyOf(manifests);
  }

  /** An endpoint in the clear. */
  public EndpointSpec(
      String name, Duration segment, Duration startOver, List<ManifestSpec> manifests) {
    this(name, segment, startOver, manifests, false);
  }
}
