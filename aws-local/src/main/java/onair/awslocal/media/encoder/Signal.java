package onair.awslocal.media.encoder;

import onair.awslocal.media.EncoderCommand;

/** What can happen to a supervised encoder. */
sealed interface Signal {

  record SenderCame(Inlet inlet) implements Signal {}

  record Arrived(Inlet inlet, Piece piece) implements Signal {}

  /** The decoder's configuration came to one that is not wanted now. */
  record HeaderCame(Inlet inlet, Piece piece) implements Signal {}

  record SenderLeft(Inlet inlet) implements Signal {}

  /** It was a file, and nothing more comes. */
  record SourceEnded(Inlet inlet) implements Signal {}

  /** Media of this run can be watched. */
  record OutputBegan(EncoderRun run) implements Signal {}

  /** The process of this run is gone, whoever wanted it. */
  record RunEnded(EncoderRun run) implements Signal {}

  /** Somebody asks for something. */
  record Asked(EncoderCommand command) implements Signal {}

  /** The picture of an overlay is there. */
  record Shown() implements Signal {}

  /** A moment has passed. */
  record Tick() implements Signal {}

  record Stop() implements Signal {}
}
