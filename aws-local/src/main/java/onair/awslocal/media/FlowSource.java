package onair.awslocal.media;

/**
 * Where a flow's stream comes from.
 *
 * @param id unique within the flow
 * @param end who calls whom
 */
public record FlowSource(String id, SrtEnd end) {}
