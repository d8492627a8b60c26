package onair.channel.parts;

/**
 * Names one packaging channel.
 *
 * @param group name of the packaging group
 * @param channel name within the group
 */
public record PackageChannelId(String group, String channel) {

  /** Reads the form of {@link #toString}. */
  public static PackageChannelId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 1 || slash == text.length() - 1 || text.indexOf('/', slash + 1) >= 0) {
      throw new IllegalArgumentException("not group/channel: " + text);
    }
    return new PackageChannelId(text.substring(0, slash), text.substring(slash + 1));
  }

  /** {@code group/channel}. */
  @Override
  public String toString() {
    return group + "/" + channel;
  }
}
