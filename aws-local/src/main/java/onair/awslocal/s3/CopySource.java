package onair.awslocal.s3;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ByteRange;
import onair.awslocal.store.OpenObject;
import onair.awslocal.store.StoredObject;

/** The object a request copies. */
record CopySource(String bucket, String key) {

  static final String HEADER = "x-amz-copy-source";

  /**
   * Out of the header: {@code bucket/key}, percent-encoded, a slash before it or none.
   *
   * @throws S3Failure when it is not that
   */
  static CopySource of(String header) {
    String path;
    try {
      path = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw notOne();
    }
    String plain = path.startsWith("/") ? path.substring(1) : path;
    int slash = plain.indexOf('/');
    if (slash < 1) {
      throw notOne();
    }
    return new CopySource(plain.substring(0, slash), plain.substring(slash + 1));
  }

  private static S3Failure notOne() {
    return S3Failure.invalid("InvalidArgument", HEADER + " must be bucket/key.");
  }

  /** To be read and closed, when it is as the request says it must be. */
  OpenObject open(BucketOperations buckets, S3Request request) throws IOException {
    Bucket from = buckets.require(bucket);
    OpenObject open = from.open(key).orElseThrow(S3Failure::noSuchKey);
    if (Preconditions.ofSource(request).of(open.object()) != Preconditions.Verdict.MET) {
      open.close();
      throw S3Failure.preconditionFailed();
    }
    return open;
  }

  /**
   * What of it is copied as a part; S3 wants both ends of the range within the object.
   *
   * @throws S3Failure when it is not so
   */
  static Optional<ByteRange> range(S3Request request, StoredObject object) {
    String range = request.header(HEADER + "-range");
    if (range == null) {
      return Optional.empty();
    }
    boolean fits = range.matches("bytes=\\d{1,18}-\\d{1,18}");
    try {
      Optional<ByteRange> part = fits ? ByteRange.of(range, object.size()) : Optional.empty();
      if (part.isPresent() && range.endsWith("-" + part.get().last())) {
        return part;
      }
    } catch (ByteRange.Unsatisfiable e) {
      throw S3Failure.invalidRange();
    }
    throw S3Failure.invalid(
        "InvalidArgument", "Range specified is not valid for source object of that size.");
  }
}
