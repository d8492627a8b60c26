package onair.awslocal.mediapackagev2;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.media.Protection;
import onair.awslocal.speke.HeldKeys;
import onair.awslocal.speke.KeyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CmafEncryptionMethod;
import software.amazon.awssdk.services.mediapackagev2.model.DrmSystem;
import software.amazon.awssdk.services.mediapackagev2.model.Encryption;
import software.amazon.awssdk.services.mediapackagev2.model.EncryptionMethod;
import software.amazon.awssdk.services.mediapackagev2.model.SpekeKeyProvider;

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

  /** Gives the endpoint its keys; says why it has none. */
  Optional<String> ensure(EndpointRow endpoint) {
    return keys.give(
        endpoint.arn() + "/" + endpoint.resource().eTag(),
        () -> request(endpoint, endpoint.resource().segment().encryption()),
        protection -> origin.protect(endpoint.ingestTarget(), endpoint.name(), protection));
  }

  private static KeyRequest request(EndpointRow endpoint, Encryption encryption) {
    SpekeKeyProvider provider = encryption.spekeKeyProvider();
    Map<Protection.Tracks, UUID> keys = new EnumMap<>(Protection.Tracks.class);
    switch (provider.encryptionContractConfiguration().presetSpeke20Audio()) {
      case SHARED -> keys.put(Protection.Tracks.ALL, id(endpoint, Protection.Tracks.ALL));
      case UNENCRYPTED -> keys.put(Protection.Tracks.VIDEO, id(endpoint, Protection.Tracks.VIDEO));
      default -> {
        keys.put(Protection.Tracks.VIDEO, id(endpoint, Protection.Tracks.VIDEO));
        keys.put(Protection.Tracks.AUDIO, id(endpoint, Protection.Tracks.AUDIO));
      }
    }
    return new KeyRequest(
        KeyRequest.Version.SPEKE_2,
        URI.create(provider.url()),
        provider.resourceId(),
        scheme(encryption.encryptionMethod()),
        keys,
        provider.drmSystems().stream().map(EndpointKeys::id).toList());
  }

  private static Protection.Scheme scheme(EncryptionMethod method) {
    if (method.tsEncryptionMethod() != null) {
      return Protection.Scheme.AES_128;
    }
    return method.cmafEncryptionMethod() == CmafEncryptionMethod.CENC
        ? Protection.Scheme.CENC
        : Protection.Scheme.CBCS;
  }

  private static UUID id(EndpointRow endpoint, Protection.Tracks tracks) {
    String name = endpoint.arn() + "/" + tracks;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static UUID id(DrmSystem system) {
    return UUID.fromString(
        switch (system) {
          case CLEAR_KEY_AES_128 -> "81376844-f976-481e-a84e-cc25d39b0b33";
          case FAIRPLAY -> "94ce86fb-07ff-4f43-adb8-93d2fa968ca2";
          case PLAYREADY -> "9a04f079-9840-4286-ab92-e65be0885f95";
          case WIDEVINE -> "edef8ba9-79d6-4ace-a3c8-27dcd51d21ed";
          case IRDETO -> "80a6be7e-1448-4c37-9e70-d5aebe04c8d2";
          case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("no such system");
        });
  }
}
