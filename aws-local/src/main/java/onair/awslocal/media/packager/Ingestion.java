package onair.awslocal.media.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One run of an encoder on its way into the origin.
 *
 * @param ingestTarget the origin's channel
 * @param writer which of the channel's pipelines it is; one run of each writes at a time
 * @param gop from keyframe to keyframe; zero when that is not known
 * @param tracks what the encoder was told to make, in the order of its tracks
 * @param started when the first frame arrived at the ingest
 * @param taps are given what comes
 */
public record Ingestion(
    String ingestTarget,
    String writer,
    Duration gop,
    List<TrackSpec> tracks,
    Instant started,
    List<OutputTap> taps) {

  public Ingestion {
    tracks = List.copyOf(tracks);
    taps = List.copyOf(taps);
  }
}
