package onair.awslocal.mediatailor.creative;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onair.awslocal.media.mp4.Track;
import onair.awslocal.mediatailor.hls.MediaPlaylist;
import onair.awslocal.mediatailor.hls.Rendition;

/**
 * Finds out what content looks like: from its multivariant playlist, and from the header of a
 * rendition where that does not say enough, as with sound.
 */
public final class LadderReader {

  private static final Pattern AVC = Pattern.compile("avc[13]\\.([0-9a-fA-F]{2})");
  private static final int AUDIO_BITS_PER_CHANNEL = 64_000;
  private static final int LEAST_BITS = 100_000;
  private static final double BITS_PER_PIXEL = 0.1;

  private final Headers headers;

  /** The first seen of each identity, so that estimates of bitrates do not matter. */
  private final Cache<String, AdLadder> ladders = Caffeine.newBuilder().maximumSize(1000).build();

  public LadderReader(Headers headers) {
    this.headers = headers;
  }

  /**
   * The ladder, or empty when ads cannot be made for it: content that is not in fragmented MP4,
   * whose pictures and sound are not in separate playlists, or in another codec than H.264 and AAC.
   *
   * @param playlists of the renditions, in their order
   */
  public Optional<AdLadder> read(List<Rendition> renditions, List<MediaPlaylist> playlists) {
    List<AdLadder.Rung> rungs = new ArrayList<>();
    for (Rendition rendition : renditions) {
      Optional<AdLadder.Rung> rung = rung(rendition, playlists.get(rendition.index()));
      if (rung.isEmpty()) {
        return Optional.empty();
      }
      rungs.add(rung.get());
    }
    int target = playlists.stream().mapToInt(MediaPlaylist::targetDuration).min().orElse(2);
    AdLadder ladder = new AdLadder(rungs, Duration.ofSeconds(Math.max(1, target)));
    return Optional.of(ladders.get(ladder.identity(), any -> ladder));
  }

  private Optional<AdLadder.Rung> rung(Rendition rendition, MediaPlaylist playlist) {
    if (rendition.isMuxed() || playlist.segments().isEmpty()) {
      return Optional.empty();
    }
    return headers
        .track(playlist.segments().getLast())
        .map(track -> track.isVideo() ? video(rendition, track) : audio(track));
  }

  private static AdLadder.Rung video(Rendition rendition, Track track) {
    FrameRates.Rate rate = FrameRates.of(rendition.frameRate());
    int pixels = track.width() * track.height();
    int bits =
        rendition.bitsPerSecond() > 0
            ? rendition.bitsPerSecond()
            : (int) (pixels * rate.value() * BITS_PER_PIXEL);
    return new AdLadder.Rung.Video(
        track.width(),
        track.height(),
        rate.frames(),
        rate.per(),
        profile(track.codec()),
        Math.max(LEAST_BITS, bits));
  }

  private static AdLadder.Rung audio(Track track) {
    int channels = Math.clamp(track.channels(), 1, 2);
    return new AdLadder.Rung.Audio(track.sampleRate(), channels, AUDIO_BITS_PER_CHANNEL * channels);
  }

  private static String profile(String codec) {
    Matcher avc = AVC.matcher(codec);
    return switch (avc.find() ? avc.group(1).toLowerCase(Locale.ROOT) : "") {
      case "42" -> "BASELINE";
      case "4d" -> "MAIN";
      default -> "HIGH";
    };
  }
}
