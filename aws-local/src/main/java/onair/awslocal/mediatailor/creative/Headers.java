package onair.awslocal.mediatailor.creative;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onair.awslocal.media.mp4.DecodeTimes;
import onair.awslocal.media.mp4.FragmentedMp4;
import onair.awslocal.media.mp4.Track;
import onair.awslocal.mediatailor.hls.MediaSegment;
import onair.awslocal.mediatailor.http.FetchFailed;
import onair.awslocal.mediatailor.http.Fetcher;
import org.jspecify.annotations.Nullable;

/** What stands in the content's own files about its tracks and times. Asked for once per file. */
public final class Headers {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MAX_HEADER = 1024 * 1024;
  private static final int MAX_SEGMENT = 64 * 1024 * 1024;
  private static final long NANOS = 1_000_000_000L;
  private static final Pattern URI = Pattern.compile("URI=\"([^\"]+)\"");

  private final Fetcher fetcher;
  private final Cache<String, Track> tracks = Caffeine.newBuilder().maximumSize(1000).build();
  private final Cache<String, Long> times = Caffeine.newBuilder().maximumSize(1000).build();

  public Headers(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** The only track of a segment; empty when it has several, or none that can be read. */
  Optional<Track> track(MediaSegment segment) {
    Matcher address = URI.matcher(segment.map() == null ? "" : segment.map());
    return address.find()
        ? Optional.ofNullable(tracks.get(address.group(1), this::read))
        : Optional.empty();
  }

  /** When a segment begins on its own clock; empty when that cannot be read. */
  public Optional<Duration> begins(MediaSegment segment) {
    Optional<Track> track = track(segment);
    Long ticks = track.isEmpty() ? null : times.get(segment.uri(), this::ticks);
    return ticks == null ? Optional.empty() : track.map(known -> time(ticks, known.timescale()));
  }

  static Duration time(long ticks, long timescale) {
    return Duration.ofSeconds(ticks / timescale, ticks % timescale * NANOS / timescale);
  }

  private @Nullable Track read(String address) {
    try {
      byte[] init = fetcher.get(address, Map.of(), PATIENCE, MAX_HEADER);
      FragmentedMp4 mp4 = FragmentedMp4.open(new ByteArrayInputStream(init));
      return mp4 == null || mp4.tracks().size() != 1 ? null : mp4.tracks().getFirst();
    } catch (FetchFailed | IOException e) {
      return null;
    }
  }

  private @Nullable Long ticks(String address) {
    try {
      return DecodeTimes.first(fetcher.get(address, Map.of(), PATIENCE, MAX_SEGMENT));
    } catch (FetchFailed | IOException e) {
      return null;
    }
  }
}
