package onair.channel.parts;

/** What an encoder is doing. Source: MediaLive's {@code ChannelState}. */
public enum EncoderState {
  CREATING,
  /** It never came to be; only deleting it helps. */
  CREATE_FAILED,
  /** Ready to be started, changed or deleted. */
  IDLE,
  STARTING,
  /** Encoding, or waiting for input; costs money. */
  RUNNING,
  /** Running, but its pipeline failed and is being started again. */
  RECOVERING,
  STOPPING,
  UPDATING,
  /** The last change was not taken; the encoder is as before. */
  UPDATE_FAILED,
  DELETING,
  /** A state newer than this code. */
  UNKNOWN;

  /** Whether it is on its way up or up, and so has to be stopped before anything else. */
  public boolean needsStop() {
    return this == STARTING || this == RUNNING || this == RECOVERING;
  }

  /** Whether it is running and so paid for by the minute. */
  public boolean runs() {
    return this == RUNNING || this == RECOVERING;
  }

  /** Whether nothing is under way and nothing runs. */
  public boolean rests() {
    return this == IDLE || this == UPDATE_FAILED || this == CREATE_FAILED;
  }
}
