package onair.awslocal.media;

/** Why two ends of SRT do not come together. */
public enum SrtRefusal {
  /** Both have a passphrase, but not the same one. */
  WRONG_PASSPHRASE,
  /** One end has a passphrase and the other has none. */
  ENCRYPTION_MISMATCH,
  /** The address is not on the listener's allow list; its packets are dropped without an answer. */
  ADDRESS_NOT_ALLOWED,
  /** Any other reason SRT has. */
  OTHER
}
