package onair.awslocal.media.encoder;

import onair.awslocal.media.rtmp.FlvTag;

/** What can happen to a supervised encoder. */
sealed interface Signal {

  record PublisherCame() implements Signal {}

  record Frame(FlvTag tag) implements Signal {}

  record PublisherLeft() implements Signal {}

  /** Media of this run can be watched. */
  record OutputBegan(EncoderRun run) implements Signal {}

  /** The process of this run is gone, whoever wanted it. */
  record RunEnded(EncoderRun run) implements Signal {}

  record Stop() implements Signal {}
}
