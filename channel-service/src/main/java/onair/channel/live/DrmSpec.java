package onair.channel.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onair.channel.parts.EncryptionSpec;
import onair.channel.parts.EncryptionSpec.DrmSystem;

/**
 * That broadcasts are encrypted.
 *
 * @param scheme {@code cenc} or {@code cbcs}, which encrypt samples, or {@code aes_128}, which
 *     encrypts whole segments
 * @param systems whose players get the key: {@code widevine}, {@code playready}, {@code fairplay};
 *     none with {@code aes_128}
 * @param keyProviderUrl where AWS asks for keys, by SPEKE 2.0
 */
record DrmSpec(String scheme, List<String> systems, String keyProviderUrl) {

  static final String CENC = "cenc";
  static final String CBCS = "cbcs";
  static final String AES_128 = "aes_128";

  static final String WIDEVINE = "widevine";
  static final String PLAYREADY = "playready";
  static final String FAIRPLAY = "fairplay";

  private static final Map<String, EncryptionSpec.Scheme> SCHEMES =
      Map.of(
          CENC, EncryptionSpec.Scheme.CENC,
          CBCS, EncryptionSpec.Scheme.CBCS,
          AES_128, EncryptionSpec.Scheme.AES_128);
  private static final Map<String, DrmSystem> SYSTEMS =
      Map.of(
          WIDEVINE, DrmSystem.WIDEVINE,
          PLAYREADY, DrmSystem.PLAYREADY,
          FAIRPLAY, DrmSystem.FAIRPLAY);

  DrmSpec {
    systems = systems.stream().distinct().sorted().toList();
  }

  /** Whether whole segments are encrypted, for players without any such system. */
  @JsonIgnore
  boolean bySegment() {
    return scheme.equals(AES_128);
  }

  /** Whether there is a player of DASH that could decrypt it. */
  @JsonIgnore
  boolean withDash() {
    return !bySegment() && !systems.equals(List.of(FAIRPLAY));
  }

  /** The URL without what follows the host, which may be as good as a key. */
  @JsonIgnore
  String keyProvider() {
    URI url = URI.create(keyProviderUrl);
    return url.getScheme() + "://" + url.getAuthority();
  }

  /**
   * What AWS is asked for.
   *
   * @param id of the channel; the key server knows the content by it
   */
  EncryptionSpec encryption(ChannelId id) {
    return new EncryptionSpec(
        Objects.requireNonNull(SCHEMES.get(scheme)),
        systems.stream().map(SYSTEMS::get).map(Objects::requireNonNull).toList(),
        withDash(),
        id.value(),
        keyProviderUrl);
  }

  /** Without what may be as good as a key. */
  @Override
  public String toString() {
    return "DrmSpec[scheme=%s, systems=%s, keyProvider=%s]"
        .formatted(scheme, systems, keyProvider());
  }
}
