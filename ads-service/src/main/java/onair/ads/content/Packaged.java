package onair.ads.content;

import org.jspecify.annotations.Nullable;

/**
 * Where something plays at the CDN.
 *
 * @param originPath without a slash at the end; null while nothing is packaged
 * @param hls file name of the HLS manifest; null when there is none
 * @param dash file name of the DASH manifest; null when there is none
 */
public record Packaged(@Nullable String originPath, @Nullable String hls, @Nullable String dash) {}
