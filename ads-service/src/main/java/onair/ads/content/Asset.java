package onair.ads.content;

import org.jspecify.annotations.Nullable;

/**
 * A video on demand.
 *
 * @param version grows with each thing told
 * @param ready whether it plays
 * @param film null when no file was made of it, or none is ready yet
 */
public record Asset(
    String id,
    String organizationId,
    String playbackId,
    long version,
    Packaged packaged,
    boolean ready,
    @Nullable Film film,
    boolean removed)
    implements Playable {

  /** Whether it can be shown as an advertisement. */
  public boolean isAdvertisement() {
    return ready && !removed && film != null;
  }
}
