package onair.awslocal.media;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint's segments are encrypted, and what its manifests say about it.
 *
 * @param keys at least one
 * @param systems of digital rights management that players can ask for the keys
 */
public record Protection(Scheme scheme, List<Key> keys, List<DrmSystem> systems) {

  public Protection {
    keys = List.copyOf(keys);
    systems = List.copyOf(systems);
  }

  /** What is encrypted how. */
  public enum Scheme {
    /** Whole segments of HLS by AES-128 in CBC mode (RFC 8216 section 4.3.2.4). */
    AES_128,
    /** Samples by AES-128 in CTR mode (ISO/IEC 23001-7 {@code cenc}). */
    CENC,
    /** Samples by AES-128 in CBC mode, one block of ten of video (ISO/IEC 23001-7 {@code cbcs}). */
    CBCS
  }

  /** The tracks a key is for. */
  public enum Tracks {
    ALL,
    VIDEO,
    AUDIO
  }

  /**
   * One key.
   *
   * @param bytes 16 bytes; a secret
   * @param iv 16 bytes that a decryption begins with; not used by {@link Scheme#CENC}
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Key(UUID id, byte[] bytes, byte[] iv, Tracks tracks) {

    @Override
    public String toString() {
      return "key " + id;
    }
  }

  /**
   * What one system needs, as the key server said it; null is nothing.
   *
   * @param id of the system
   * @param keyId of the key that this is about
   * @param pssh its box of that name, whole
   * @param dash its XML for a ContentProtection element
   * @param hlsMedia its lines of media playlists
   * @param hlsMultivariant its lines of multivariant playlists
   * @param keyAddress where players get the key itself
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record DrmSystem(
      UUID id,
      UUID keyId,
      byte @Nullable [] pssh,
      @Nullable String dash,
      @Nullable String hlsMedia,
      @Nullable String hlsMultivariant,
      @Nullable String keyAddress) {}

  /** The key of such a track; empty for one that stays clear. */
  public Optional<Key> key(boolean isVideo) {
    return keys.stream()
        .filter(
            key ->
                key.tracks() == Tracks.ALL
                    || key.tracks() == (isVideo ? Tracks.VIDEO : Tracks.AUDIO))
        .findFirst();
  }
}
