package onair.awslocal.media;

/** What a channel is encoded from: what is published to an ingest point, or a flow's stream. */
public sealed interface LiveSource permits IngestPoint, FlowFeed {}
