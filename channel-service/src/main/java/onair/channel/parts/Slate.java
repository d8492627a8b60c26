package onair.channel.parts;

import org.jspecify.annotations.Nullable;

/**
 * What viewers see while nothing comes in: first the last picture, then black, then this, until
 * something comes in again. Source: MediaLive API reference, {@code InputLossBehavior}.
 *
 * @param color {@code RRGGBB} in hexadecimal; absent with an image
 * @param imageUrl where MediaLive reads a PNG, BMP or TGA file; absent with a colour
 * @param repeatMilliseconds how long the last picture is repeated, 0 to 1000000
 * @param blackMilliseconds how long it is black then, 0 to 1000000
 */
public record Slate(
    @Nullable String color,
    @Nullable String imageUrl,
    int repeatMilliseconds,
    int blackMilliseconds) {}
