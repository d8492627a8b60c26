package onair.awslocal.media;

import java.time.Duration;

/**
 * One manifest of an endpoint.
 *
 * @param name file name without its suffix: {@code index} is served as {@code index.m3u8} or {@code
 *     index.mpd}
 * @param window length of the live window the manifest lists
 * @param delay how long segments are there before it lists them
 */
public record ManifestSpec(
    String name, Kind kind, Duration window, AdMarkers markers, Duration delay) {

  /** Without ad markers. */
  public ManifestSpec(String name, Kind kind, Duration window) {
    this(name, kind, window, AdMarkers.NONE);
  }

  /** Without a delay. */
  public ManifestSpec(String name, Kind kind, Duration window, AdMarkers markers) {
    this(name, kind, window, markers, Duration.ZERO);
  }

  /** The manifest's format. */
  public enum Kind {
    HLS,
    LL_HLS,
    DASH
  }
}
