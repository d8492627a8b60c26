package onair.awslocal.mediatailor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An avail of a session, as it is told to players that report by themselves. */
final class Avail {

  /**
   * @param start since the session's first segment
   */
  record Placed(AdPlay play, Duration start) {}

  private final String id;
  private final Duration start;
  private final @Nullable Instant time;
  private final Duration duration;
  private final List<Placed> ads = new ArrayList<>();

  /**
   * @param start since the session's first segment
   * @param time as the origin says; null when it does not
   * @param duration as announced; zero when nobody knows
   */
  Avail(String id, Duration start, @Nullable Instant time, Duration duration) {
    this.id = id;
    this.start = start;
    this.time = time;
    this.duration = duration;
  }

  /** Slates are not told of. */
  void place(AdPlay play, Duration at) {
    if (play.ad() != null && ads.stream().noneMatch(placed -> placed.play() == play)) {
      ads.add(new Placed(play, at));
    }
  }

  String id() {
    return id;
  }

  Duration start() {
    return start;
  }

  @Nullable Instant time() {
    return time;
  }

  Duration duration() {
    return duration;
  }

  List<Placed> ads() {
    return List.copyOf(ads);
  }
}
