package onair.channel.packaging;

import onair.common.aws.DeploymentProperties;

/**
 * What keeps the objects of all channels, as it is wanted.
 *
 * @param kind {@code s3} or {@code mediastore}
 * @param name of the bucket or container
 * @param folder first part of all paths in it, by which the CDN tells origins apart
 */
public record SharedStore(String kind, String name, String folder) {

  /** The bucket of this installation; bucket names are unique in the world. */
  public static SharedStore bucket(DeploymentProperties deployment, String accountId) {
    return new SharedStore(
        "s3", "onair-" + deployment.deployment() + "-" + accountId + "-live", "live-s3");
  }

  /** The MediaStore container of this installation. */
  public static SharedStore container(DeploymentProperties deployment) {
    return new SharedStore("mediastore", "onair-" + deployment.deployment() + "-live", "live-ms");
  }
}
