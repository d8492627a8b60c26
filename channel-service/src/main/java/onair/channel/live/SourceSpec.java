package onair.channel.live;

import org.jspecify.annotations.Nullable;

/**
 * Where a broadcast is read that nobody pushes.
 *
 * @param url such as {@code https://example.com/live/index.m3u8} or {@code srt://example.com:9000}
 * @param streamId what an SRT listener is asked for; absent for nothing
 */
record SourceSpec(String url, @Nullable String streamId) {}
