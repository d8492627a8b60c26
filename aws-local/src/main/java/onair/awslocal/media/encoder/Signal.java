package onair.awslocal.media.encoder;

/** What can happen to a supervised encoder. */
sealed interface Signal {

  record SenderCame() implements Signal {}

  record Arrived(Piece piece) implements Signal {}

  record SenderLeft() implements Signal {}

  /** Media of this run can be watched. */
  record OutputBegan(EncoderRun run) implements Signal {}

  /** The process of this run is gone, whoever wanted it. */
  record RunEnded(EncoderRun run) implements Signal {}

  record Stop() implements Signal {}
}
