package onair.vod.asset;

/**
 * What an asset shows.
 *
 * @param durationSeconds to the millisecond
 * @param width of its largest picture in pixels, as shown; 0 when it was not told
 * @param height of its largest picture in pixels, as shown; 0 when it was not told
 * @param audio whether it has sound
 */
record Media(double durationSeconds, int width, int height, boolean audio) {}
