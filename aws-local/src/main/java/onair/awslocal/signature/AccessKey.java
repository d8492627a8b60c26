package onair.awslocal.signature;

/**
 * A pair of keys that may sign.
 *
 * @param id access key id
 * @param secret secret access key
 * @param account whose calls it makes, twelve digits
 */
public record AccessKey(String id, String secret, String account) {

  /** Without the secret. */
  @Override
  public String toString() {
    return id + " of " + account;
  }
}
