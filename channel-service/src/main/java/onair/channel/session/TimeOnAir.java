package onair.channel.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as others see it.
 *
 * @param sessionId {@code ses_…}
 * @param startedAt when viewers could first watch
 * @param endedAt when nothing ran any more; absent while it is on air
 * @param packaging where it was packaged; absent when nothing can be made from that
 */
public record TimeOnAir(
    String sessionId,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable PackagedAt packaging) {}
