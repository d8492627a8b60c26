package onair.awslocal.mediatailor.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onair.awslocal.mediatailor.hls.MediaPlaylist;
import onair.awslocal.mediatailor.hls.MediaSegment;
import org.jspecify.annotations.Nullable;

/**
 * What a session shows of finished content: all of it, with breaks at the segment boundaries
 * nearest to where they were wanted. It never changes.
 */
final class VodTimeline {

  /**
   * Ads before a segment.
   *
   * @param at time of the content, at a segment boundary
   */
  record Break(Duration at, List<AdPlay> ads) {

    Break {
      ads = List.copyOf(ads);
    }
  }

  private final List<Break> breaks;

  private VodTimeline(List<Break> breaks) {
    this.breaks = breaks;
  }

  /**
   * @param lead whose boundaries count
   * @param wanted at any time; those without ads are left out
   */
  static VodTimeline of(MediaPlaylist lead, List<Break> wanted) {
    List<Duration> boundaries = boundaries(lead);
    return new VodTimeline(
        wanted.stream()
            .filter(wish -> !wish.ads().isEmpty())
            .map(wish -> new Break(boundaries.get(nearest(boundaries, wish.at())), wish.ads()))
            .sorted(Comparator.comparing(Break::at))
            .toList());
  }

  static Duration length(MediaPlaylist playlist) {
    return boundaries(playlist).getLast();
  }

  List<Break> breaks() {
    return breaks;
  }

  Personalised of(MediaPlaylist playlist) {
    Run run = new Run(playlist.discontinuitySequence());
    List<Duration> boundaries = boundaries(playlist);
    List<MediaSegment> segments = playlist.segments();
    for (int i = 0; i <= segments.size(); i++) {
      for (Break stop : breaks) {
        if (nearest(boundaries, stop.at()) == i) {
          stop.ads().forEach(run::insert);
        }
      }
      if (i < segments.size()) {
        run.original(segments.get(i));
      }
    }
    return new Personalised(playlist.mediaSequence(), run.pieces);
  }

  private static final class Run {

    private final List<Piece> pieces = new ArrayList<>();
    private long discontinuity;
    private boolean broken;
    private @Nullable MediaSegment last;

    Run(long discontinuity) {
      this.discontinuity = discontinuity;
    }

    void insert(AdPlay play) {
      boundary();
      for (int i = 0; i < play.creative().segments(); i++) {
        pieces.add(new Piece.Inserted(discontinuity, play, i, null));
      }
      broken = true;
    }

    void original(MediaSegment segment) {
      if (broken || last != null && last.discontinuity() != segment.discontinuity()) {
        boundary();
      }
      broken = false;
      last = segment;
      pieces.add(new Piece.Original(discontinuity, segment));
    }

    private void boundary() {
      if (!pieces.isEmpty()) {
        discontinuity++;
      }
    }
  }

  /** Where segments begin, and where the last one ends. */
  private static List<Duration> boundaries(MediaPlaylist playlist) {
    List<Duration> boundaries = new ArrayList<>();
    Duration time = Duration.ZERO;
    boundaries.add(time);
    for (MediaSegment segment : playlist.segments()) {
      time = time.plus(segment.duration());
      boundaries.add(time);
    }
    return boundaries;
  }

  private static int nearest(List<Duration> boundaries, Duration time) {
    int nearest = 0;
    for (int i = 1; i < boundaries.size(); i++) {
      Duration distance = boundaries.get(i).minus(time).abs();
      if (distance.compareTo(boundaries.get(nearest).minus(time).abs()) < 0) {
        nearest = i;
      }
    }
    return nearest;
  }
}
