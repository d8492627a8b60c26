package onair.vod.transcode;

/**
 * One picture size of the ladder.
 *
 * @param width in pixels, even
 * @param height in pixels, even
 * @param bitsPerSecond most that its video takes
 */
public record Rendition(int width, int height, int bitsPerSecond) {

  /** Part of file names: letters and digits. */
  public String name() {
    return "v" + Math.min(width, height);
  }
}
