package onair.gateway.limit;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * What is counted together.
 *
 * @param id {@code key_…}, {@code org_…}, or an address
 */
record Bucket(Kind kind, String id) {
  private static final int NETWORK_BYTES = 8;

  /** Account-service's words for what is counted; also the names of the policies in headers. */
  enum Kind {
    KEY,
    ORGANIZATION,
    ADDRESS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The bucket of an address. Of IPv6 the first 64 bits count: whoever has one such address has
   * them all.
   */
  static Bucket ofAddress(String address) {
    if (address.indexOf(':') < 0) {
      return new Bucket(Kind.ADDRESS, address);
    }
    byte[] bytes = Objects.requireNonNull(NetUtil.createByteArrayFromIpAddressString(address));
    Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
    return new Bucket(Kind.ADDRESS, NetUtil.bytesToIpAddress(bytes) + "/64");
  }
}
