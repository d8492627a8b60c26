package onair.channel.live;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What we tell of a channel.
 *
 * @param word where the channel stands, in the user's words
 * @param provisioning what AWS is doing
 * @param health whether viewers get what they should
 * @param reason in plain words, what is wrong; absent when nothing is
 */
public record ChannelStatus(
    Word word, Provisioning provisioning, Health health, @Nullable String reason) {

  static final ChannelStatus NEW =
      new ChannelStatus(Word.IDLE, Provisioning.NONE, Health.UNKNOWN, null);

  /** The user's words. */
  public enum Word {
    IDLE,
    STARTING,
    /** Paid for and ready; the broadcaster has not connected. */
    WAITING,
    LIVE,
    /** It was live and the broadcaster is gone; the channel waits for them to come back. */
    RECONNECTING,
    STOPPING,
    /** It refuses to be started, and whatever carried its key is removed. */
    DISABLED,
    /** A start was given up, or a stop takes too long; {@code reason} says why. */
    FAILED,
    /** Its last word: what is left of it in AWS is being removed. */
    DELETED;

    /** Lower case, as in the API and the database. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Word> find(String word) {
      return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
    }

    static List<String> words() {
      return Arrays.stream(values()).map(Word::word).toList();
    }
  }

  /** What AWS is doing for the channel. */
  public enum Provisioning {
    /** Nothing of it is in AWS. */
    NONE,
    CREATING,
    /** All there, nothing runs: a start is quick. */
    READY,
    STARTING,
    RUNNING,
    STOPPING,
    REMOVING,
    /** AWS refuses, or takes longer than it should; work goes on. */
    FAILED;

    /** Lower case, as in the API and the database. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether viewers get what they should. */
  public enum Health {
    HEALTHY,
    /** It is live for viewers, but nothing comes in. */
    STARVING,
    UNKNOWN;

    /** Lower case, as in the API and the database. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
