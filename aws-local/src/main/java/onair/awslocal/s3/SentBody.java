package onair.awslocal.s3;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import onair.awslocal.s3.ChecksumAlgorithm.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The bytes a writer means, out of the bytes it sent: {@code aws-chunked} frames are taken off and
 * their trailer read, and what headers or the trailer say of the bytes is checked at the end.
 * Source: Amazon S3 API Reference, "Signature calculations for the Authorization header:
 * transferring payload in multiple chunks", "PutObject".
 */
final class SentBody extends FilterInputStream {
  private static final Pattern SHA256_HEX = Pattern.compile("[0-9a-f]{64}");

  private final Map<String, String> trailers;
  private final List<Check> checks;
  private final Map<String, String> found = new TreeMap<>();
  private boolean checked;

  private SentBody(InputStream in, Map<String, String> trailers, List<Check> checks) {
    super(in);
    this.trailers = trailers;
    this.checks = checks;
  }

  /**
   * Something that is said of the bytes.
   *
   * @param algorithm whose value is told to readers; null for a check of this request alone
   * @param header that says it, or trailer
   * @param wanted the value; null when the trailer has it
   * @param code of the error when it is not so
   */
  private record Check(
      @Nullable ChecksumAlgorithm algorithm,
      String header,
      Tally tally,
      @Nullable String wanted,
      String code) {}

  static SentBody of(S3Request request) {
    String hash = request.header("x-amz-content-sha256");
    String encoding = request.header("content-encoding");
    boolean framed =
        hash != null && hash.startsWith("STREAMING-")
            || encoding != null && encoding.contains("aws-chunked");
    Map<String, String> trailers = new HashMap<>();
    InputStream plain = framed ? new Unframed(request.body(), trailers) : request.body();
    List<Check> checks = new ArrayList<>(checksums(request));
    String md5 = request.header("content-md5");
    if (md5 != null) {
      requireLength(md5, 16, "InvalidDigest", "The Content-MD5 you specified is not valid.");
      checks.add(new Check(null, "Content-MD5", Tally.of("MD5"), md5, "BadDigest"));
    }
    if (!framed && hash != null && SHA256_HEX.matcher(hash).matches()) {
      String wanted = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash));
      checks.add(
          new Check(
              null,
              "x-amz-content-sha256",
              Tally.of("SHA-256"),
              wanted,
              "XAmzContentSHA256Mismatch"));
    }
    return new SentBody(plain, trailers, checks);
  }

  /** What headers say or announce for the trailer. */
  private static List<Check> checksums(S3Request request) {
    String announced = request.header("x-amz-trailer");
    List<Check> checks = new ArrayList<>();
    for (ChecksumAlgorithm each : ChecksumAlgorithm.values()) {
      String wanted = request.header(each.header());
      if (wanted != null) {
        requireLength(
            wanted,
            each.length(),
            "InvalidRequest",
            "Value for " + each.header() + " header is invalid.");
      }
      if (wanted != null || announced != null && announced.contains(each.header())) {
        checks.add(new Check(each, each.header(), each.tally(), wanted, "BadDigest"));
      }
    }
    return checks;
  }

  private static void requireLength(String base64, int length, String code, String message) {
    try {
      if (Base64.getDecoder().decode(base64).length == length) {
        return;
      }
    } catch (IllegalArgumentException e) {
      throw S3Failure.invalid(code, message);
    }
    throw S3Failure.invalid(code, message);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count < 0) {
      check();
    } else {
      checks.forEach(each -> each.tally().add(bytes, offset, count));
    }
    return count;
  }

  /** Checksums by algorithm's id, in Base64; once the bytes have been read to their end. */
  Map<String, String> checksums() {
    return found;
  }

  private void check() {
    if (checked) {
      return;
    }
    checked = true;
    for (Check each : checks) {
      String value = Base64.getEncoder().encodeToString(each.tally().value());
      String wanted = each.wanted() == null ? trailers.get(each.header()) : each.wanted();
      if (wanted != null && !wanted.equals(value)) {
        throw S3Failure.invalid(
            each.code(),
            "The %s you specified did not match what we received.".formatted(each.header()));
      }
      if (wanted != null && each.algorithm() != null) {
        found.put(each.algorithm().id(), value);
      }
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
