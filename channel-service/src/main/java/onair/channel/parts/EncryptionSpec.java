package onair.channel.parts;

import java.util.List;

/**
 * How an endpoint encrypts what it serves, with keys that MediaPackage asks a key server for.
 * Source: MediaPackage v2 user guide, "Encrypting content".
 *
 * @param scheme what is encrypted, and how
 * @param systems that are to know the keys; none with {@link Scheme#AES_128}
 * @param withDash whether there are players of DASH for it
 * @param contentId what the key server knows the content by
 * @param keyProviderUrl where it is asked, by SPEKE 2.0; may be as good as a key
 */
public record EncryptionSpec(
    Scheme scheme,
    List<DrmSystem> systems,
    boolean withDash,
    String contentId,
    String keyProviderUrl) {

  /** Of encryption. */
  public enum Scheme {
    /** Samples, by AES-CTR. */
    CENC,
    /** Some blocks of samples, by AES-CBC. */
    CBCS,
    /** Whole segments of HLS, for any player that is given the key. */
    AES_128
  }

  /** A system of digital rights management. */
  public enum DrmSystem {
    WIDEVINE,
    PLAYREADY,
    FAIRPLAY
  }

  public EncryptionSpec {
    systems = List.copyOf(systems);
  }

  /** Without the key server's URL. */
  @Override
  public String toString() {
    return "EncryptionSpec[scheme=%s, systems=%s, contentId=%s]"
        .formatted(scheme, systems, contentId);
  }
}
