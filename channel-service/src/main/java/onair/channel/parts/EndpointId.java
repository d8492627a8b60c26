package onair.channel.parts;

/**
 * Names one origin endpoint.
 *
 * @param channel the packaging channel it serves
 * @param endpoint name within the channel
 */
public record EndpointId(PackageChannelId channel, String endpoint) {

  /** Reads the form of {@link #toString}. */
  public static EndpointId parse(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 0 || slash == text.length() - 1) {
      throw new IllegalArgumentException("not group/channel/endpoint: " + text);
    }
    return new EndpointId(
        PackageChannelId.parse(text.substring(0, slash)), text.substring(slash + 1));
  }

  /**
   * Path under which the packaging group's egress domain serves it. Source: MediaPackage v2 URLs
   * are made of the names alone.
   */
  public String originPath() {
    return "/out/v1/" + this;
  }

  /** {@code group/channel/endpoint}. */
  @Override
  public String toString() {
    return channel + "/" + endpoint;
  }
}
