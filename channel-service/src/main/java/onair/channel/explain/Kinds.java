package onair.channel.explain;

/** What the parts of a channel are called among people. */
final class Kinds {

  private Kinds() {}

  /**
   * @param kind of a resource, such as {@code medialive-input}; one without a name of its own is
   *     called as it is
   */
  static String plainly(String kind) {
    int part = kind.indexOf('/');
    return switch (part < 0 ? kind : kind.substring(0, part)) {
      case "medialive-channel" -> "the encoder";
      case "medialive-input" -> "the input";
      case "medialive-input-security-group" -> "the list of who may push";
      case "mediaconnect-flow" -> "the flow";
      case "secretsmanager-secret" -> "the secret with the passphrase";
      case "mediapackage-channel", "mediapackagev1-channel" -> "the packager";
      case "mediapackage-endpoint", "mediapackagev1-endpoint" -> "where viewers are served from";
      case "mediapackage-channel-policy", "mediapackage-endpoint-policy" ->
          "who may use the packager";
      default -> kind;
    };
  }
}
