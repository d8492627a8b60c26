package onair.account.limit;

/**
 * Permits taken out of one bucket.
 *
 * @param granted how many, 0 when there was none
 * @param level what is left in the bucket
 */
record Lease(int granted, double level) {}
