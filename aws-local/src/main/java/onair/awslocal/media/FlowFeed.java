package onair.awslocal.media;

/**
 * The MPEG transport stream that a flow gives to encoders, while it has an {@link
 * FlowOutput.ToEncoders} and its source is connected.
 *
 * @param flowId of the flow, which need not run, nor exist yet
 */
public record FlowFeed(String flowId) implements LiveSource {}
