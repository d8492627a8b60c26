package onair.awslocal.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import onair.awslocal.protocol.CallOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What goes back.
 *
 * @param length of the body in bytes, told even when a HEAD sends none
 * @param body opened when the head has been written, then closed; null for none
 */
record S3Response(int status, Map<String, String> headers, long length, @Nullable Body body)
    implements CallOutcome.Answer {

  /** Where the bytes come from. */
  @FunctionalInterface
  interface Body {
    InputStream open() throws IOException;
  }

  static S3Response empty(int status) {
    return new S3Response(status, Map.of(), 0, null);
  }

  static S3Response xml(byte[] document) {
    return xml(200, document);
  }

  static S3Response xml(int status, byte[] document) {
    return new S3Response(
        status,
        Map.of("Content-Type", "application/xml"),
        document.length,
        () -> new java.io.ByteArrayInputStream(document));
  }

  S3Response with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new S3Response(status, all, length, body);
  }
}
