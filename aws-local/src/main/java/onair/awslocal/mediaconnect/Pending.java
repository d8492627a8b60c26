package onair.awslocal.mediaconnect;

import java.time.Instant;

/** The change a flow is in and when it is done; kept with the row, so a restart goes on. */
record Pending(Step step, Instant due) {}
