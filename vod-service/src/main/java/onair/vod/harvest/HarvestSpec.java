package onair.vod.harvest;

import java.time.Instant;

/**
 * A harvest as it is wanted.
 *
 * @param startedAt first media
 * @param endedAt last media, after {@code startedAt}
 * @param outputPrefix where it goes in the bucket; ends with a slash
 */
public record HarvestSpec(
    Packaging packaging, Instant startedAt, Instant endedAt, String outputPrefix) {}
