package onair.channel.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a channel has in AWS, as far as its own work needs to remember; the resource rows know the
 * rest.
 *
 * @param built what everything in AWS was made from; absent when there is nothing
 * @param encoderId AWS's id of the encoder
 * @param ingestUrl where to push to, as AWS says, without the stream key
 * @param spareUrls where else to push to; absent when there is nowhere
 * @param origin where the CDN finds it; absent until it does
 * @param completeAt when everything was last seen to be there
 * @param restingSince since when nothing runs; absent while something does
 */
record Holdings(
    @Nullable ChannelSpec built,
    @Nullable String encoderId,
    @Nullable String ingestUrl,
    @Nullable SpareUrls spareUrls,
    @Nullable Origin origin,
    @Nullable Instant completeAt,
    @Nullable Instant restingSince) {

  static final Holdings NOTHING = new Holdings(null, null, null, null, null, null, null);

  Holdings builtFrom(ChannelSpec spec) {
    return new Holdings(spec, encoderId, ingestUrl, spareUrls, origin, completeAt, restingSince);
  }

  Holdings encoder(@Nullable String id) {
    return new Holdings(built, id, ingestUrl, spareUrls, origin, completeAt, restingSince);
  }

  Holdings ingest(@Nullable String url, @Nullable SpareUrls spare) {
    return new Holdings(built, encoderId, url, spare, origin, completeAt, restingSince);
  }

  Holdings origin(@Nullable Origin newOrigin) {
    return new Holdings(
        built, encoderId, ingestUrl, spareUrls, newOrigin, completeAt, restingSince);
  }

  Holdings complete(@Nullable Instant at) {
    return new Holdings(built, encoderId, ingestUrl, spareUrls, origin, at, restingSince);
  }

  Holdings resting(@Nullable Instant since) {
    return new Holdings(built, encoderId, ingestUrl, spareUrls, origin, completeAt, since);
  }
}
