package onair.awslocal.media;

/** Where a flow's stream goes. */
public sealed interface FlowOutput {

  /** Unique within the flow. */
  String id();

  /** To one receiver at a time, by SRT. */
  record BySrt(String id, SrtEnd end) implements FlowOutput {}

  /** To the encoders of this machine whose source is the flow's {@link FlowFeed}. */
  record ToEncoders(String id) implements FlowOutput {}
}
