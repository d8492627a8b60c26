package onair.channel.timer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onair.channel.live.ChannelDirectory.Airing;
import org.jspecify.annotations.Nullable;

/** What a channel is taken off the air for. */
enum Timer {
  /** The encoder runs, and nobody has connected since the channel was started. */
  NEVER_CONNECTED("nobody has connected"),
  /** It was live, and nobody has come back: the window in which a broadcaster may reconnect. */
  INPUT_LOST("nobody has reconnected"),
  /** It was first live that long ago, however well it is. */
  MAXIMUM_DURATION("the broadcast has lasted that long");

  private final String plainly;

  Timer(String plainly) {
    this.plainly = plainly;
  }

  /** Lower case, as in the API and the database. */
  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Timer> find(String word) {
    return Arrays.stream(values()).filter(timer -> timer.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Timer::word).toList();
  }

  /** What is the case when it is over; goes on a sentence. */
  String plainly() {
    return plainly;
  }

  /** Since when it counts; absent while it does not. */
  @Nullable Instant since(Airing airing) {
    return switch (this) {
      case NEVER_CONNECTED -> airing.liveAt() == null ? airing.runningSince() : null;
      case INPUT_LOST -> airing.lostSince();
      case MAXIMUM_DURATION -> airing.liveAt();
    };
  }
}
