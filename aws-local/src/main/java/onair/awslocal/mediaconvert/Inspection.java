package onair.awslocal.mediaconvert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import onair.awslocal.media.transcode.AudioTrack;
import onair.awslocal.media.transcode.MediaProbe.Media;
import onair.awslocal.media.transcode.MediaProbe.Unusable;
import onair.awslocal.media.transcode.VideoTrack;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.StoredObject;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconvert.model.Codec;
import software.amazon.awssdk.services.mediaconvert.model.Format;
import software.amazon.awssdk.services.mediaconvert.model.NotFoundException;
import software.amazon.awssdk.services.mediaconvert.model.ProbeInputFile;
import software.amazon.awssdk.services.mediaconvert.model.ProbeResult;
import software.amazon.awssdk.services.mediaconvert.model.Track;
import software.amazon.awssdk.services.mediaconvert.model.TrackType;

/**
 * The Probe operation: what is in a file, without a job. A file that is missing is answered with
 * 404, one that is no media with 400 and the reason; what AWS answers then is not documented.
 */
final class Inspection {

  private final JobWorkshop workshop;

  Inspection(JobWorkshop workshop) {
    this.workshop = workshop;
  }

  ProbeResult probe(ProbeInputFile input) {
    S3Location location =
        S3Location.parse(input.fileUrl())
            .orElseThrow(() -> Refusals.badRequest("FileUrl must be s3://bucket/key"));
    Bucket bucket = workshop.store().bucket(location.bucket()).orElseThrow(() -> missing(location));
    Path file = workshop.work().resolve("probe-" + UUID.randomUUID());
    try {
      Files.createDirectories(workshop.work());
      StoredObject object =
          InputFile.take(bucket, location.key(), file).orElseThrow(() -> missing(location));
      return switch (workshop.transcoder().probe(file)) {
        case Media media -> result(object, media);
        case Unusable unusable ->
            throw Refusals.badRequest(
                "Unable to open input file [" + location + "]: [" + unusable.reason() + "]");
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      remove(file);
    }
  }

  private static NotFoundException missing(S3Location location) {
    return Refusals.notFound("Unable to open input file [" + location + "]");
  }

  private static ProbeResult result(StoredObject object, Media media) {
    List<Track> tracks = new ArrayList<>();
    double seconds = media.duration().toMillis() / 1000.0;
    media.video().forEach(video -> tracks.add(track(video, seconds)));
    media.audio().forEach(audio -> tracks.add(track(audio, seconds)));
    return ProbeResult.builder()
        .container(c -> c.duration(seconds).format(format(media.container())).tracks(tracks))
        .metadata(
            m ->
                m.eTag(object.etag())
                    .fileSize(object.size())
                    .lastModified(object.modified())
                    .mimeType(object.meta().contentType()))
        .trackMappings(
            m ->
                m.videoTrackIndexes(media.video().stream().map(v -> v.index() + 1).toList())
                    .audioTrackIndexes(media.audio().stream().map(a -> a.index() + 1).toList()))
        .build();
  }

  private static Track track(VideoTrack video, double seconds) {
    return Track.builder()
        .index(video.index() + 1)
        .trackType(TrackType.VIDEO)
        .codec(codec(video.codec()))
        .duration(seconds)
        .videoProperties(
            v ->
                v.width(video.width())
                    .height(video.height())
                    .frameRate(
                        r ->
                            r.numerator(video.frameRateNumerator())
                                .denominator(video.frameRateDenominator())))
        .build();
  }

  private static Track track(AudioTrack audio, double seconds) {
    return Track.builder()
        .index(audio.index() + 1)
        .trackType(TrackType.AUDIO)
        .codec(codec(audio.codec()))
        .duration(seconds)
        .audioProperties(
            a ->
                a.channels(audio.channels())
                    .sampleRate(audio.sampleRate())
                    .languageCode(audio.language()))
        .build();
  }

  /** Null for one that the SDK has no word for. */
  private static @Nullable Format format(String container) {
    return switch (container.split(",", 2)[0]) {
      case "mov" -> Format.MP4;
      case "matroska" -> Format.MATROSKA;
      case "mxf" -> Format.MXF;
      default -> null;
    };
  }

  private static Codec codec(String name) {
    return switch (name) {
      case "h264" -> Codec.AVC;
      case "hevc" -> Codec.HEVC;
      case "av1" -> Codec.AV1;
      case "vp8" -> Codec.VP8;
      case "vp9" -> Codec.VP9;
      case "mpeg4" -> Codec.MP4_V;
      case "mpeg2video" -> Codec.MPEG2;
      case "mjpeg" -> Codec.MJPEG;
      case "prores" -> Codec.PRORES;
      case "aac" -> Codec.AAC;
      case "ac3" -> Codec.AC3;
      case "eac3" -> Codec.EAC3;
      case "mp3" -> Codec.MP3;
      case "opus" -> Codec.OPUS;
      case "flac" -> Codec.FLAC;
      case "vorbis" -> Codec.VORBIS;
      default -> name.startsWith("pcm_") ? Codec.PCM : Codec.UNKNOWN;
    };
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
