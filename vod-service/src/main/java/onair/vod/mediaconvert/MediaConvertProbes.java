package onair.vod.mediaconvert;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.aws.SingleAttempt;
import onair.vod.storage.VodBucket;
import onair.vod.transcode.MediaFacts;
import onair.vod.transcode.Probes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.mediaconvert.model.Container;
import software.amazon.awssdk.services.mediaconvert.model.FrameRate;
import software.amazon.awssdk.services.mediaconvert.model.MediaConvertException;
import software.amazon.awssdk.services.mediaconvert.model.ProbeInputFile;
import software.amazon.awssdk.services.mediaconvert.model.ProbeResult;
import software.amazon.awssdk.services.mediaconvert.model.Track;
import software.amazon.awssdk.services.mediaconvert.model.TrackType;
import software.amazon.awssdk.services.mediaconvert.model.VideoProperties;

/**
 * MediaConvert's Probe, which makes no job. A refusal of the file is an answer, not a failure. It
 * is sent once per run: repeats while the first is still reading the file would only be in its way.
 */
final class MediaConvertProbes implements Probes {

  /** It reads from the file while we wait. */
  private static final AwsRequestOverrideConfiguration LONG =
      AwsRequestOverrideConfiguration.builder()
          .apiCallTimeout(Duration.ofSeconds(60))
          .apiCallAttemptTimeout(Duration.ofSeconds(60))
          .build();

  private final MediaConvertClient client;
  private final VodBucket bucket;

  MediaConvertProbes(MediaConvertClient client, VodBucket bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public Probed probe(String key) {
    String file = "s3://" + bucket.name() + "/" + key;
    try {
      List<ProbeResult> results =
          SingleAttempt.of(
                  () ->
                      client.probe(
                          request ->
                              request
                                  .inputFiles(ProbeInputFile.builder().fileUrl(file).build())
                                  .overrideConfiguration(LONG)))
              .probeResults();
      return results.isEmpty() || results.getFirst().container() == null
          ? new Probed.NoMedia("nothing was found in it")
          : new Probed.Media(facts(results.getFirst().container()));
    } catch (MediaConvertException failure) {
      if (AwsFailures.classify(failure) == AwsFailure.INVALID) {
        return new Probed.NoMedia(Said.about(failure));
      }
      throw failure;
    }
  }

  static MediaFacts facts(Container container) {
    List<Track> tracks = container.tracks();
    Track video =
        tracks.stream()
            .filter(track -> track.trackType() == TrackType.VIDEO)
            .findFirst()
            .orElse(null);
    long audio = tracks.stream().filter(track -> track.trackType() == TrackType.AUDIO).count();
    Double seconds = container.duration();
    if (seconds == null && video != null) {
      seconds = video.duration();
    }
    return new MediaFacts(
        lowerCase(container.formatAsString()),
        seconds == null ? Duration.ZERO : Duration.ofMillis(Math.round(seconds * 1000)),
        video == null ? null : video(video),
        (int) audio);
  }

  private static MediaFacts.@Nullable Video video(Track track) {
    VideoProperties properties = track.videoProperties();
    return properties == null || properties.width() == null || properties.height() == null
        ? null
        : new MediaFacts.Video(
            properties.width(),
            properties.height(),
            framesPerSecond(properties.frameRate()),
            lowerCase(track.codecAsString()));
  }

  private static double framesPerSecond(@Nullable FrameRate rate) {
    return rate == null
            || rate.numerator() == null
            || rate.denominator() == null
            || rate.denominator() == 0
        ? 0
        : (double) rate.numerator() / rate.denominator();
  }

  private static @Nullable String lowerCase(@Nullable String word) {
    return word == null ? null : word.toLowerCase(Locale.ROOT);
  }
}
