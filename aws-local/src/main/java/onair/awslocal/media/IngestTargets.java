package onair.awslocal.media;

/**
 * How packagers' channels are named at the origin: those of MediaPackage v2 by {@code
 * <group>/<channel>}, and these, which no group can be named like.
 */
public final class IngestTargets {

  private IngestTargets() {}

  /** A channel of MediaPackage's first version, whose id is unique in its account and region. */
  public static String packageV1(String accountId, String region, String channelId) {
    return ":mediapackage/" + accountId + "/" + region + "/" + channelId;
  }
}
