package onair.awslocal.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One of the inputs a channel can be encoded from, as one of its pipelines reads it.
 *
 * @param name unique within the channel
 * @param source where its pictures and sound come from
 * @param failover null for an input without a second one
 */
public record EncoderInput(String name, LiveSource source, @Nullable Failover failover) {

  /**
   * When another input takes over.
   *
   * @param secondary name of the other input
   * @param loss how long nothing has to arrive before it does
   * @param clear how long this one has to be well before it takes over again
   * @param returns whether this one takes over again at all while the other is well
   */
  public record Failover(String secondary, Duration loss, Duration clear, boolean returns) {}
}
