package onair.channel.parts;

/**
 * A passphrase to be kept where a flow may read it.
 *
 * @param passphrase 10 to 79 characters; a secret
 */
public record SecretSpec(String passphrase) {
  @Override
  public String toString() {
    return "SecretSpec[secret]";
  }
}
