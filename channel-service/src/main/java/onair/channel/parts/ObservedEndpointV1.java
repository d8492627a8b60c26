package onair.channel.parts;

import java.net.URI;

/**
 * A MediaPackage v1 endpoint in AWS.
 *
 * @param url of its manifest, {@code https://<host>/out/v1/<32 hex>/index.m3u8}; chosen by AWS
 */
public record ObservedEndpointV1(URI url) {}
