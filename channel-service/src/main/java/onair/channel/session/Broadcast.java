package onair.channel.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel as far as its sessions are concerned, at one moment.
 *
 * @param name the channel's
 * @param record whether it is recorded
 * @param askedAt when it was last asked to start; nothing of this broadcast is older
 * @param liveAt since when viewers can watch; absent while they cannot
 * @param offAir whether nothing of it runs any more
 * @param packaging where it is packaged, if a recording can be made from that
 */
public record Broadcast(
    String organizationId,
    String channelId,
    String playbackId,
    String name,
    boolean record,
    Instant askedAt,
    @Nullable Instant liveAt,
    boolean offAir,
    @Nullable PackagedAt packaging) {}
