package onair.vod.asset;

import org.jspecify.annotations.Nullable;

/**
 * What there is to play, below {@code /vod/<asset>/}.
 *
 * @param hls multivariant playlist
 * @param dash manifest; null for none
 * @param thumbnail JPEG; null for none
 * @param mp4 for download; null for none
 */
record Files(String hls, @Nullable String dash, @Nullable String thumbnail, @Nullable String mp4) {}
