package onair.awslocal.media;

/** How packagers' channels are named at the origin, over all accounts and regions. */
public final class IngestTargets {

  private IngestTargets() {}

  /** A channel of MediaPackage v2, whose group's name is unique in its account and region. */
  public static String packageV2(
      String accountId, String region, String channelGroup, String channel) {
    return "mediapackagev2/" + accountId + "/" + region + "/" + channelGroup + "/" + channel;
  }

  /** A channel of MediaPackage's first version, whose id is unique in its account and region. */
  public static String packageV1(String accountId, String region, String channelId) {
    return "mediapackage/" + accountId + "/" + region + "/" + channelId;
  }
}
