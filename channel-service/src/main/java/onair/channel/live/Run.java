package onair.channel.live;

import java.time.Duration;
import java.time.Instant;
import onair.channel.parts.EncoderState;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered since the user last asked for something.
 *
 * @param askedAt when they did
 * @param startingSince since when the encoder is wanted running and is not; absent while it runs
 * @param runningSince since when the encoder runs
 * @param judgedAt when AWS first had an opinion on the input of this run
 * @param liveAt when this run was first live
 * @param lostSince since when a run that was live gets nothing, or has no encoder; absent else
 * @param failure why the last start was given up, in plain words
 */
record Run(
    Instant askedAt,
    @Nullable Instant startingSince,
    @Nullable Instant runningSince,
    @Nullable Instant judgedAt,
    @Nullable Instant liveAt,
    @Nullable Instant lostSince,
    @Nullable String failure) {

  /** A new wish; a start begins to count now. */
  static Run asked(Desired desired, Instant now) {
    return new Run(now, desired == Desired.RUNNING ? now : null, null, null, null, null, null);
  }

  /** The start was given up. */
  Run failed(String why, Instant now) {
    return new Run(now, null, runningSince, judgedAt, liveAt, null, why);
  }

  /** AWS was heard to judge the input; only the first time counts. */
  Run judged(Instant at) {
    return judgedAt != null
        ? this
        : new Run(askedAt, startingSince, runningSince, at, liveAt, lostSince, failure);
  }

  boolean wasLive() {
    return liveAt != null;
  }

  /**
   * What is remembered after another look. A look that could not be taken changes nothing.
   *
   * @param alertGrace how long after the encoder began to run AWS may take to notice that nothing
   *     comes in
   */
  Run after(Desired desired, Seen seen, Duration alertGrace, Instant now) {
    if (!seen.reached() || desired != Desired.RUNNING) {
      return this;
    }
    if (seen.encoder() == null || !seen.encoder().runs()) {
      return new Run(
          askedAt,
          startingSince == null ? now : startingSince,
          null,
          judgedAt,
          liveAt,
          lost(true, now),
          failure);
    }
    Instant since = runningSince == null ? now : runningSince;
    Instant judged = judgedAt == null && seen.missesInput() ? now : judgedAt;
    boolean believable = judged != null || !since.plus(alertGrace).isAfter(now);
    boolean live = seen.encoder() == EncoderState.RUNNING && !seen.missesInput() && believable;
    boolean starves = seen.missesInput() || seen.encoder() == EncoderState.RECOVERING;
    return new Run(
        askedAt,
        null,
        since,
        judged,
        liveAt == null && live ? now : liveAt,
        lost(starves, now),
        failure);
  }

  private @Nullable Instant lost(boolean starves, Instant now) {
    if (!starves || !wasLive()) {
      return null;
    }
    return lostSince == null ? now : lostSince;
  }
}
