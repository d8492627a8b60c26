package onair.account.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one try.
 *
 * @param number 1 for the first; one is missing when the process died during it
 * @param status of the answer; null when none came
 * @param failure why none came, in plain words; null when one did
 * @param reply how the answer began; null when there was none
 */
record Attempt(
    int number,
    Instant startedAt,
    Duration took,
    @Nullable Integer status,
    @Nullable String failure,
    @Nullable String reply) {}
