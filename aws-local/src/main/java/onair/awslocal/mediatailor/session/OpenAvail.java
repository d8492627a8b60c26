package onair.awslocal.mediatailor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import onair.awslocal.mediatailor.hls.Marker;
import onair.awslocal.mediatailor.vast.LinearAd;
import org.jspecify.annotations.Nullable;

/** The avail that a live timeline is in: what was decided, and how far it has got. */
final class OpenAvail {

  /** The last segment of an avail may be a little short. */
  private static final Duration NEARLY = Duration.ofMillis(250);

  /** Nobody waits for the end of an avail without a duration longer than that. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** One segment to show. */
  record Item(AdPlay play, int segment) {

    Duration duration() {
      return play.duration(segment);
    }
  }

  private final Marker.Out marker;
  private final CompletableFuture<List<LinearAd>> decision;
  private final Filler filler;
  private Duration elapsed = Duration.ZERO;
  private @Nullable Fill fill;
  private @Nullable AdPlay slateMeanwhile;
  private boolean askedForSlate;
  private int ad;
  private int segment;
  private int slateSegment;
  private @Nullable Instant nextTime;

  OpenAvail(Marker.Out marker, CompletableFuture<List<LinearAd>> decision, Filler filler) {
    this.marker = marker;
    this.decision = decision;
    this.filler = filler;
  }

  String id() {
    return marker.id();
  }

  @Nullable Duration duration() {
    return marker.duration();
  }

  /** Whether as much content has passed as was announced. */
  boolean isOver() {
    Duration planned = marker.duration() == null ? LONGEST : marker.duration();
    return elapsed.plus(NEARLY).compareTo(planned) >= 0;
  }

  void pass(Duration content) {
    elapsed = elapsed.plus(content);
  }

  /** Whether ads are left that the avail would have had room for. */
  boolean hasAdsLeft() {
    return fill != null && ad < fill.ads().size();
  }

  /**
   * Waits for the decision, but not for long; ads of a decision that comes later begin later.
   *
   * @param deadline as {@link System#nanoTime}
   */
  void decide(long deadline) {
    if (fill != null) {
      return;
    }
    try {
      long left = Math.max(0, deadline - System.nanoTime());
      List<LinearAd> ads = decision.get(left, TimeUnit.NANOSECONDS);
      Duration planned = marker.duration();
      fill = filler.replace(ads, planned == null ? null : planned.minus(elapsed));
    } catch (TimeoutException e) {
      if (!askedForSlate) {
        askedForSlate = true;
        slateMeanwhile = filler.slate();
      }
    } catch (ExecutionException | CancellationException e) {
      fill = Fill.NOTHING;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What to show next; null for content. */
  @Nullable Item next() {
    if (fill != null && ad < fill.ads().size()) {
      AdPlay play = fill.ads().get(ad);
      Item item = new Item(play, segment++);
      if (segment == play.creative().segments()) {
        ad++;
        segment = 0;
      }
      return item;
    }
    AdPlay slate = fill == null ? slateMeanwhile : fill.slate();
    if (slate == null) {
      return null;
    }
    Item item = new Item(slate, slateSegment);
    slateSegment = (slateSegment + 1) % slate.creative().segments();
    return item;
  }

  /**
   * The time of the next inserted segment: they follow each other from where the first one is.
   *
   * @param content time of the content it stands for
   */
  @Nullable Instant time(@Nullable Instant content, Duration duration) {
    Instant time = nextTime == null ? content : nextTime;
    nextTime = time == null ? null : time.plus(duration);
    return time;
  }
}
