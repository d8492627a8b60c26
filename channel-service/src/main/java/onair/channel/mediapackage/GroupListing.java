package onair.channel.mediapackage;

import static onair.channel.mediapackage.Lookup.byName;

import java.util.List;
import onair.channel.parts.EndpointId;
import onair.channel.parts.PackageChannelId;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;

/**
 * Everything in one packaging group, over all pages; nothing when there is no such group.
 *
 * @param group its name
 */
record GroupListing(MediaPackageV2Client client, String group) {

  List<PackageChannelId> channels() {
    return byName(
            () ->
                client
                    .listChannelsPaginator(request -> request.channelGroupName(group))
                    .items()
                    .stream()
                    .map(channel -> new PackageChannelId(group, channel.channelName()))
                    .toList())
        .orElse(List.of());
  }

  List<EndpointId> endpoints(PackageChannelId channel) {
    return byName(
            () ->
                client
                    .listOriginEndpointsPaginator(
                        request -> request.channelGroupName(group).channelName(channel.channel()))
                    .items()
                    .stream()
                    .map(endpoint -> new EndpointId(channel, endpoint.originEndpointName()))
                    .toList())
        .orElse(List.of());
  }
}
