package onair.channel.parts;

import java.time.Duration;

/** Where an encoder sends its renditions. */
public sealed interface EncoderTarget {

  /** A channel of MediaPackage v2. */
  record Package(PackageChannelId channel) implements EncoderTarget {}

  /**
   * A channel of MediaPackage v1.
   *
   * @param channelId its name
   */
  record PackageV1(String channelId) implements EncoderTarget {}

  /**
   * A folder of objects, as HLS that the encoder packages itself.
   *
   * @param store what kind of folder it is
   * @param destination of the main playlist, without its ending
   * @param window how much a playlist lists; older segments are removed
   */
  record Folder(Store store, String destination, Duration window) implements EncoderTarget {}

  /** What keeps objects. */
  enum Store {
    S3,
    MEDIASTORE
  }
}
