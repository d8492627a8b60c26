package onair.awslocal.signature;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a signature says of the body. */
public interface Payload {

  /** What stands for a body that is not signed. */
  String UNSIGNED = "UNSIGNED-PAYLOAD";

  /**
   * The hash that was signed, in hex, or what stands for it.
   *
   * @param declared what the request says of it; null when it says nothing
   * @throws SignatureRefused when the body is not what the request says
   */
  String signed(@Nullable String declared) throws IOException;

  /** A body that was read; what is declared of it must be so. */
  static Payload of(byte[] body) {
    return declared -> {
      if (UNSIGNED.equals(declared)) {
        return UNSIGNED;
      }
      String hash = CanonicalRequest.sha256(body);
      if (declared != null && !declared.equals(hash)) {
        throw new SignatureRefused(
            SignatureRefused.Kind.WRONG,
            "The value of x-amz-content-sha256 is not the hash of the body.");
      }
      return hash;
    };
  }

  /** A body that is read later, by who declared what it is. */
  static Payload asDeclared() {
    return declared -> declared == null ? UNSIGNED : declared;
  }
}
