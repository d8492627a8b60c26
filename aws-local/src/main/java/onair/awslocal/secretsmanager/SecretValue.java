package onair.awslocal.secretsmanager;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * What is kept secret: a text or bytes.
 *
 * @param text null for bytes
 * @param binary base 64; null for a text
 */
record SecretValue(@Nullable String text, @Nullable String binary) {

  /** Null when neither is given. */
  static @Nullable SecretValue of(@Nullable String text, @Nullable SdkBytes bytes) {
    if (text != null && bytes != null) {
      throw Refusals.invalidParameter(
          "You can't specify both a binary secret value and a string secret value in the same"
              + " secret.");
    }
    if (text == null && bytes == null) {
      return null;
    }
    return new SecretValue(
        text, bytes == null ? null : Base64.getEncoder().encodeToString(bytes.asByteArray()));
  }

  @Nullable SdkBytes bytes() {
    return binary == null ? null : SdkBytes.fromByteArray(Base64.getDecoder().decode(binary));
  }

  /** Says nothing. */
  @Override
  public String toString() {
    return "(secret)";
  }
}
