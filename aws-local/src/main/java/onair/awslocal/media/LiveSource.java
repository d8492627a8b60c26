package onair.awslocal.media;

/**
 * What a channel is encoded from: what is published to an ingest point, a flow's stream, or what is
 * pulled from somewhere.
 */
public sealed interface LiveSource permits IngestPoint, FlowFeed, Pull {}
