package onair.awslocal.media;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A picture over the programme.
 *
 * @param layer from 0 at the bottom to 7 at the top; another picture of the same layer replaces it
 * @param image address of the picture in S3 or on the web
 * @param x pixels from the left edge of the source's picture, or of the rendition's when it is for
 *     some of them only
 * @param y pixels from the upper edge
 * @param width in pixels it is scaled to; null keeps it, or its aspect with a height
 * @param height in pixels it is scaled to; null keeps it, or its aspect with a width
 * @param opacity in percent
 * @param fadeIn how long it takes to appear
 * @param fadeOut how long it takes to disappear
 * @param duration how long it stays, with its fades; null until it is taken away
 * @param renditions names of the renditions that show it; empty for all
 */
public record Overlay(
    int layer,
    String image,
    int x,
    int y,
    @Nullable Integer width,
    @Nullable Integer height,
    int opacity,
    Duration fadeIn,
    Duration fadeOut,
    @Nullable Duration duration,
    Set<String> renditions) {

  public Overlay {
    renditions = Set.copyOf(renditions);
  }
}
