package onair.channel.secret;

import onair.common.secret.SecretBox;

/**
 * Encrypts stream keys for the database. A sealed key belongs to one channel or share of one
 * organization: moved to another row it does not open.
 */
public final class StreamKeys {

  private final SecretBox box;

  /**
   * @param key 32 bytes
   */
  public StreamKeys(byte[] key) {
    this.box = new SecretBox("onair.channel.secret-key", key);
  }

  /** The form the database keeps. */
  public byte[] seal(StreamKey streamKey, String organizationId, String owner) {
    return box.seal(streamKey.value(), organizationId, owner);
  }

  /**
   * @param owner id of the channel or share it was sealed for
   * @throws IllegalStateException when it was sealed for another owner or under another key
   */
  public StreamKey open(byte[] sealed, String organizationId, String owner) {
    return new StreamKey(box.open(sealed, organizationId, owner));
  }
}
