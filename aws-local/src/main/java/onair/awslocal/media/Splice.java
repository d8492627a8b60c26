package onair.awslocal.media;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A SCTE-35 message in a channel's output: viewers' ads may go out of the network's programme, or
 * must come back to it. It takes effect where the next GOP begins at or after its time. Source:
 * ANSI/SCTE 35.
 */
public sealed interface Splice {

  Message message();

  /** {@code splice_event_id} or {@code segmentation_event_id}; 32 bits, unsigned. */
  long eventId();

  /** On the wall clock that the origin's programme date times show. */
  Instant at();

  /**
   * A break begins. One that is still open ends there.
   *
   * @param duration null for a break that only an {@link In} of the same event ends
   */
  record Out(Message message, long eventId, Instant at, @Nullable Duration duration)
      implements Splice {}

  /** The break of this event ends; without such a break it means nothing. */
  record In(Message message, long eventId, Instant at) implements Splice {}

  /** The kinds of message that open and close a break. */
  enum Message {
    SPLICE_INSERT(-1),
    PROVIDER_ADVERTISEMENT(0x30),
    DISTRIBUTOR_ADVERTISEMENT(0x32),
    PROVIDER_PLACEMENT_OPPORTUNITY(0x34),
    DISTRIBUTOR_PLACEMENT_OPPORTUNITY(0x36);

    private final int startType;

    Message(int startType) {
      this.startType = startType;
    }

    /**
     * {@code segmentation_type_id} of a time signal that opens such a break; the one that closes it
     * is greater by one. Negative for splice_insert, which has none.
     */
    public int startType() {
      return startType;
    }
  }
}
