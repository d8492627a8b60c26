package onair.awslocal.s3;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes a writer means, out of the bytes it sent: {@code aws-chunked} frames are taken off and
 * their trailer read, and a CRC-32 given in a header or trailer is checked at the end. Source:
 * Amazon S3 API Reference, "Signature calculations for the Authorization header: transferring
 * payload in multiple chunks".
 */
final class SentBody extends FilterInputStream {
  private static final String CRC32_NAME = "x-amz-checksum-crc32";

  private final CRC32 crc;
  private final Map<String, String> trailers;
  private final @Nullable String announced;
  private boolean checked;

  private SentBody(
      CheckedInputStream in, CRC32 crc, Map<String, String> trailers, @Nullable String announced) {
    super(in);
    this.crc = crc;
    this.trailers = trailers;
    this.announced = announced;
  }

  static SentBody of(S3Request request) {
    String hash = request.header("x-amz-content-sha256");
    String encoding = request.header("content-encoding");
    boolean framed =
        hash != null && hash.startsWith("STREAMING-")
            || encoding != null && encoding.contains("aws-chunked");
    Map<String, String> trailers = new HashMap<>();
    InputStream plain = framed ? new Unframed(request.body(), trailers) : request.body();
    CRC32 crc = new CRC32();
    return new SentBody(
        new CheckedInputStream(plain, crc), crc, trailers, request.header(CRC32_NAME));
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value < 0) {
      check();
    }
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count < 0) {
      check();
    }
    return count;
  }

  private void check() {
    String wanted = trailers.getOrDefault(CRC32_NAME, announced);
    if (checked || wanted == null) {
      return;
    }
    checked = true;
    int value = (int) crc.getValue();
    byte[] bytes = {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    if (!java.util.Base64.getEncoder().encodeToString(bytes).equals(wanted)) {
      throw S3Failure.invalid(
          "BadDigest", "The CRC32 you specified did not match what we received.");
    }
  }

  /** Reads {@code <hex size>[;chunk-signature=…]CRLF<bytes>CRLF … 0CRLF[trailers]CRLF}. */
  private static final class Unframed extends InputStream {
    private static final int LONGEST_LINE = 8192;
    private final InputStream in;
    private final Map<String, String> trailers;
    private long left;
    private boolean first = true;
    private boolean ended;

    Unframed(InputStream in, Map<String, String> trailers) {
      this.in = in;
      this.trailers = trailers;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (left == 0 && !nextChunk()) {
        return -1;
      }
      int count = in.read(bytes, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw incomplete();
      }
      left -= count;
      return count;
    }

    private boolean nextChunk() throws IOException {
      if (ended) {
        return false;
      }
      if (!first) {
        line();
      }
      first = false;
      String head = line();
      int end = head.indexOf(';');
      try {
        left = Long.parseLong(end < 0 ? head : head.substring(0, end), 16);
      } catch (NumberFormatException e) {
        throw incomplete();
      }
      if (left > 0) {
        return true;
      }
      ended = true;
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          trailers.put(
              line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
              line.substring(colon + 1).strip());
        }
      }
      return false;
    }

    /** Up to the next CRLF; the end of the stream ends the last line. */
    private String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int each = in.read(); each >= 0 && each != '\n'; each = in.read()) {
        if (each != '\r') {
          line.write(each);
        }
        if (line.size() > LONGEST_LINE) {
          throw incomplete();
        }
      }
      return line.toString(StandardCharsets.US_ASCII);
    }

    private static S3Failure incomplete() {
      return S3Failure.invalid(
          "IncompleteBody", "The request body ended early or is not framed as it says.");
    }
  }
}
