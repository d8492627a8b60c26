package onair.awslocal.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding as signatures have it: RFC 3986 with AWS's set of unreserved characters. */
final class PercentCode {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentCode() {}

  static String encode(byte[] bytes, boolean keepSlash) {
    StringBuilder out = new StringBuilder(bytes.length + 16);
    for (byte each : bytes) {
      char c = (char) (each & 0xff);
      if (isUnreserved(c) || keepSlash && c == '/') {
        out.append(c);
      } else {
        out.append('%').append(HEX.toHexDigits(each));
      }
    }
    return out.toString();
  }

  /** What is no percent-encoding stands for itself. */
  static byte[] decode(String text) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
      if (low < 0) {
        out.write(raw[i]);
      } else {
        out.write(high * 16 + low);
        i += 2;
      }
    }
    return out.toByteArray();
  }

  private static boolean isUnreserved(char c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || "-._~".indexOf(c) >= 0;
  }
}
