package onair.ads.content;

/** Something with a playback id, as its owner last told it. */
public sealed interface Playable permits Channel, Asset {

  String id();

  String organizationId();

  String playbackId();

  Packaged packaged();

  /** Whether it is gone for good. */
  boolean removed();
}
