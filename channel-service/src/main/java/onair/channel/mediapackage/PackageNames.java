package onair.channel.mediapackage;

import java.util.Objects;
import onair.channel.parts.EndpointId;
import onair.channel.parts.PackageChannelId;
import onair.common.reconcile.Identity;

/**
 * Names of a channel's things in MediaPackage, told from the owner alone: {@code
 * <group>/onair-<deployment>-<owner>/cmaf}. The policies' names follow from what they are attached
 * to, which is why the kind is no part of it.
 *
 * @param group name of the packaging group
 */
record PackageNames(String group) {

  private static final String ENDPOINT = "cmaf";

  PackageChannelId channel(Identity identity) {
    String deployment =
        Objects.requireNonNull(identity.tags().get(Identity.DEPLOYMENT_TAG), "no deployment tag");
    return new PackageChannelId(group, "onair-" + deployment + "-" + identity.key().owner());
  }

  EndpointId endpoint(Identity identity) {
    return endpoint(channel(identity));
  }

  static EndpointId endpoint(PackageChannelId channel) {
    return new EndpointId(channel, ENDPOINT);
  }
}
