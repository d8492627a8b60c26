package onair.channel.parts;

import onair.common.reconcile.ExternalResource;

/**
 * The edges of everything one channel owns in AWS, in the order in which they are created; they are
 * deleted in the reverse one.
 *
 * @param packageChannels takes the renditions in
 * @param packageChannelPolicies lets our encoders write to it
 * @param endpoints serves HLS and DASH of it
 * @param endpointPolicies lets the CDN, and nobody else, read from it
 * @param allowLists says who may push
 * @param inputs where the broadcaster pushes to
 * @param encoders makes the ladder
 */
public record Parts(
    ExternalResource<PackageChannelSpec, ObservedPackageChannel> packageChannels,
    ExternalResource<PackageChannelId, ObservedPolicy> packageChannelPolicies,
    ExternalResource<EndpointSpec, ObservedEndpoint> endpoints,
    ExternalResource<EndpointId, ObservedPolicy> endpointPolicies,
    ExternalResource<AllowListSpec, ObservedAllowList> allowLists,
    ExternalResource<InputSpec, ObservedInput> inputs,
    Encoders encoders) {}
