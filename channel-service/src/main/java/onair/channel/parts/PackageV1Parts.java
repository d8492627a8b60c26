package onair.channel.parts;

import onair.common.reconcile.ExternalResource;

/**
 * What a channel has in MediaPackage v1, in the order in which it is created; it is deleted in the
 * reverse one. An endpoint of v1 serves one kind of manifest.
 *
 * @param channels takes the renditions in
 * @param hlsEndpoints serves HLS of it
 * @param dashEndpoints serves DASH of it
 */
public record PackageV1Parts(
    ExternalResource<PackageV1ChannelSpec, ObservedPackageV1Channel> channels,
    ExternalResource<EndpointV1Spec, ObservedEndpointV1> hlsEndpoints,
    ExternalResource<EndpointV1Spec, ObservedEndpointV1> dashEndpoints) {}
