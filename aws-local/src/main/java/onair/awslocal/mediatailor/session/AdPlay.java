package onair.awslocal.mediatailor.session;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.mediatailor.creative.Creative;
import onair.awslocal.mediatailor.vast.LinearAd;
import org.jspecify.annotations.Nullable;

/**
 * One ad in one avail of one session, or a slate. Remembers what was reported of it, so that each
 * event is reported once, whichever rendition the player takes.
 */
final class AdPlay {

  private static final String IMPRESSION = "impression";

  private final int number;
  private final @Nullable LinearAd ad;
  private final Creative creative;
  private final int lead;
  private final Set<String> reported = new HashSet<>();
  private volatile @Nullable Duration clock;

  /**
   * @param number in its session
   * @param ad null for a slate
   * @param lead rendition whose durations count
   */
  AdPlay(int number, @Nullable LinearAd ad, Creative creative, int lead) {
    this.number = number;
    this.ad = ad;
    this.creative = creative;
    this.lead = lead;
  }

  int number() {
    return number;
  }

  @Nullable LinearAd ad() {
    return ad;
  }

  Creative creative() {
    return creative;
  }

  Duration duration() {
    return creative.duration(lead);
  }

  /**
   * @param segment counted on where a slate begins again
   */
  Duration duration(int segment) {
    return duration(lead, segment);
  }

  /** Of one segment in one rendition. */
  Duration duration(int rendition, int segment) {
    return creative.duration(rendition, segment % creative.segments());
  }

  /** Says where on the content's clock its first segment is; later calls change nothing. */
  void begin(Duration at) {
    if (clock == null) {
      clock = at;
    }
  }

  /** A segment's file, at its time on the content's clock. Only slates begin again. */
  Optional<byte[]> segment(int rendition, int segment) throws IOException {
    int round = segment / creative.segments();
    if (ad != null && round > 0) {
      return Optional.empty();
    }
    Duration begun = clock;
    Duration later = begun == null ? Duration.ZERO : begun.minus(creative.start(lead));
    return creative.segment(
        rendition,
        segment % creative.segments(),
        (later.isNegative() ? Duration.ZERO : later).plus(duration().multipliedBy(round)));
  }

  /** Events that happen at a time of the ad, in their order. */
  static Map<String, Double> events() {
    Map<String, Double> events = new LinkedHashMap<>();
    events.put("start", 0.0);
    events.put("creativeView", 0.0);
    events.put("firstQuartile", 0.25);
    events.put("midpoint", 0.5);
    events.put("thirdQuartile", 0.75);
    events.put("complete", 1.0);
    return events;
  }

  /**
   * What is to be reported because this segment was asked for, each event once: the impression with
   * whatever segment comes first, the others with the segment they happen in.
   */
  synchronized List<Report> due(int segment) {
    if (ad == null) {
      return List.of();
    }
    List<Report> due = new ArrayList<>();
    if (reported.add(IMPRESSION)) {
      due.add(new Report(IMPRESSION, ad.impressions()));
    }
    events()
        .forEach(
            (event, part) -> {
              if (segmentOf(part) == segment && reported.add(event)) {
                due.add(new Report(event, ad.tracking().getOrDefault(event, List.of())));
              }
            });
    return due;
  }

  /**
   * @param event such as {@code firstQuartile}
   * @param addresses to ask; may be empty
   */
  record Report(String event, List<String> addresses) {}

  private int segmentOf(double part) {
    long at = (long) (duration().toNanos() * part);
    long end = 0;
    for (int i = 0; i < creative.segments(); i++) {
      end += duration(i).toNanos();
      if (at < end) {
        return i;
      }
    }
    return creative.segments() - 1;
  }
}
