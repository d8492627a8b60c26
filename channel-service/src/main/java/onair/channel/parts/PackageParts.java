package onair.channel.parts;

import onair.common.reconcile.ExternalResource;

/**
 * What a channel has in MediaPackage v2, in the order in which it is created; it is deleted in the
 * reverse one.
 *
 * @param channels takes the renditions in
 * @param channelPolicies lets our encoders write to it
 * @param endpoints serves HLS and DASH of it
 * @param endpointPolicies lets the CDN, and nobody else, read from it
 */
public record PackageParts(
    ExternalResource<PackageChannelSpec, ObservedPackageChannel> channels,
    ExternalResource<PackageChannelId, ObservedPolicy> channelPolicies,
    ExternalResource<EndpointSpec, ObservedEndpoint> endpoints,
    ExternalResource<EndpointId, ObservedPolicy> endpointPolicies) {}
