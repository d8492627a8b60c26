package onair.awslocal.snapshot;

import java.time.Instant;

/**
 * A copy of all state and objects.
 *
 * @param name 1 to 63 letters, digits, dots, dashes and underscores, first a letter or digit
 * @param created by the system's time
 */
public record Snapshot(String name, Instant created) {}
