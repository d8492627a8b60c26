package onair.channel.parts;

import java.time.Instant;

/** Who wants to hear that an encoder deserves a look. Called inside a transaction. */
public interface EncoderSignals {

  /**
   * Something about the encoder has changed.
   *
   * @param physicalId of the encoder; one that is not ours is ignored
   */
  void changed(String physicalId);

  /**
   * AWS has judged the encoder's input, for better or worse.
   *
   * @param physicalId of the encoder; one that is not ours is ignored
   * @param at when, by AWS's clock and to the second
   */
  void inputJudged(String physicalId, Instant at);
}
