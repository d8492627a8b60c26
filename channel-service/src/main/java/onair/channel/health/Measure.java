package onair.channel.health;

/** What AWS measures of one pipeline of a running encoder in a window of ten seconds. */
public enum Measure {
  /** Pictures that came in each second. */
  FRAME_RATE,
  /** What came in by the network each second, in megabits. */
  MEGABITS_PER_SECOND,
  /** Pictures the encoder left out because it could not keep up. */
  DROPPED_FRAMES,
  /** For how long the encoder has filled its output because nothing came in, in milliseconds. */
  FILLED_MILLISECONDS,
  /** How many alerts are set. */
  ALERTS
}
