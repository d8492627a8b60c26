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
 * @param originPath where the packaging group's domain serves it; absent until it does
 * @param completeAt when everything was last seen to be there
 * @param restingSince since when nothing runs; absent while something does
 */
record Holdings(
    @Nullable ChannelSpec built,
    @Nullable String encoderId,
    @Nullable String ingestUrl,
    @Nullable String originPath,
    @Nullable Instant completeAt,
    @Nullable Instant restingSince) {

  static final Holdings NOTHING = new Holdings(null, null, null, null, null, null);

  Holdings builtFrom(ChannelSpec spec) {
    return new Holdings(spec, encoderId, ingestUrl, originPath, completeAt, restingSince);
  }

  Holdings encoder(@Nullable String id) {
    return new Holdings(built, id, ingestUrl, originPath, completeAt, restingSince);
  }

  Holdings ingest(@Nullable String url) {
    return new Holdings(built, encoderId, url, originPath, completeAt, restingSince);
  }

  Holdings origin(@Nullable String path) {
    return new Holdings(built, encoderId, ingestUrl, path, completeAt, restingSince);
  }

  Holdings complete(@Nullable Instant at) {
    return new Holdings(built, encoderId, ingestUrl, originPath, at, restingSince);
  }

  Holdings resting(@Nullable Instant since) {
    return new Holdings(built, encoderId, ingestUrl, originPath, completeAt, since);
  }
}
