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

  /**
   * What was found out about an avail.
   *
   * @param clock of the content where the avail begins; zero when it could not be read
   */
  record Decided(List<LinearAd> ads, Duration clock) {}

  /** Chooses what can be shown now. */
  interface Choice {

    /**
     * @param room null when nobody knows how long the avail is
     */
    Fill replace(List<LinearAd> decided, @Nullable Duration room);

    /** While nothing is decided; null when there is none. */
    @Nullable AdPlay slate();
  }

  /** One segment to show. */
  record Item(AdPlay play, int segment) {

    Duration duration() {
      return play.duration(segment);
    }
  }

  private final Marker.Out marker;
  private final CompletableFuture<Decided> decision;
  private final Choice choice;
  private Duration elapsed = Duration.ZERO;

  /** Of everything shown in it so far. */
  private Duration shown = Duration.ZERO;

  private Duration clock = Duration.ZERO;
  private @Nullable Fill fill;
  private @Nullable AdPlay slateMeanwhile;
  private boolean askedForSlate;
  private int ad;
  private int segment;
  private int slateSegment;
  private @Nullable AdPlay lastSlate;
  private @Nullable Instant nextTime;

  OpenAvail(Marker.Out marker, CompletableFuture<Decided> decision, Choice choice) {
    this.marker = marker;
    this.decision = decision;
    this.choice = choice;
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
      Decided decided = decision.get(left, TimeUnit.NANOSECONDS);
      Duration planned = marker.duration();
      clock = decided.clock();
      fill = choice.replace(decided.ads(), planned == null ? null : planned.minus(elapsed));
    } catch (TimeoutException e) {
      if (!askedForSlate) {
        askedForSlate = true;
        slateMeanwhile = choice.slate();
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
      Item item = placed(new Item(play, segment++));
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
    slateSegment = slate.equals(lastSlate) ? slateSegment + 1 : 0;
    lastSlate = slate;
    return placed(new Item(slate, slateSegment));
  }

  /** Content is shown for this long. */
  void content(Duration duration) {
    shown = shown.plus(duration);
  }

  private Item placed(Item item) {
    item.play().begin(clock.plus(shown));
    shown = shown.plus(item.duration());
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
