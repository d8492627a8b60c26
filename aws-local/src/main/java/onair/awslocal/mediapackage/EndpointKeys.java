package onair.awslocal.mediapackage;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.media.Protection;
import onair.awslocal.speke.HeldKeys;
import onair.awslocal.speke.KeyRequest;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackage.model.CmafEncryptionMethod;
import software.amazon.awssdk.services.mediapackage.model.OriginEndpoint;
import software.amazon.awssdk.services.mediapackage.model.SpekeKeyProvider;

/**
 * The keys of encrypted endpoints, asked for when somebody first wants to play. A key's id is the
 * same after a restart, so that a key server that keeps its keys gives the same one.
 */
final class EndpointKeys {

  private final LiveOrigin origin;
  private final HeldKeys keys = new HeldKeys();

  EndpointKeys(LiveOrigin origin) {
    this.origin = origin;
  }

  /**
   * Gives a manifest of an endpoint its keys; says why it has none.
   *
   * @param manifest how the media plane knows it
   */
  Optional<String> ensure(EndpointRow endpoint, String manifest) {
    OriginEndpoint resource = endpoint.resource();
    SpekeKeyProvider provider = provider(resource);
    return provider == null
        ? Optional.of("The endpoint names no key server")
        : keys.give(
            resource.arn() + "/" + resource.hashCode(),
            () -> request(resource, provider),
            protection -> origin.protect(endpoint.ingestTarget(), manifest, protection));
  }

  private static KeyRequest request(OriginEndpoint endpoint, SpekeKeyProvider provider) {
    UUID key = UUID.nameUUIDFromBytes(endpoint.arn().getBytes(StandardCharsets.UTF_8));
    return new KeyRequest(
        KeyRequest.Version.SPEKE_1,
        URI.create(provider.url()),
        provider.resourceId(),
        scheme(endpoint),
        Map.of(Protection.Tracks.ALL, key),
        provider.systemIds().stream().map(UUID::fromString).toList());
  }

  private static @Nullable SpekeKeyProvider provider(OriginEndpoint endpoint) {
    if (endpoint.hlsPackage() != null) {
      return endpoint.hlsPackage().encryption().spekeKeyProvider();
    }
    if (endpoint.dashPackage() != null) {
      return endpoint.dashPackage().encryption().spekeKeyProvider();
    }
    return endpoint.cmafPackage() == null
        ? null
        : endpoint.cmafPackage().encryption().spekeKeyProvider();
  }

  private static Protection.Scheme scheme(OriginEndpoint endpoint) {
    if (endpoint.hlsPackage() != null) {
      return Protection.Scheme.AES_128;
    }
    boolean counter =
        endpoint.dashPackage() != null
            || endpoint.cmafPackage().encryption().encryptionMethod()
                == CmafEncryptionMethod.AES_CTR;
    return counter ? Protection.Scheme.CENC : Protection.Scheme.CBCS;
  }
}
