package onair.awslocal.media.packager;

import java.time.Duration;
import java.time.Instant;
import onair.awslocal.media.Splice;
import org.jspecify.annotations.Nullable;

/**
 * A break, known from its first GOP on.
 *
 * @param begins where that GOP begins
 * @param pts the same on SCTE-35's clock
 * @param planned null when only a message ends it; it ends where the first GOP begins after that
 */
record Avail(
    Splice.Message message, long eventId, Instant begins, long pts, @Nullable Duration planned) {}
