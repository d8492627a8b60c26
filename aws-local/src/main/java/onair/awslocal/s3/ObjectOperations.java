package onair.awslocal.s3;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ByteRange;
import onair.awslocal.store.ObjectMeta;
import onair.awslocal.store.OpenObject;
import onair.awslocal.store.StoredObject;
import org.jspecify.annotations.Nullable;

/** What is done to objects: put, get with ranges and conditions, head, copy, delete. */
final class ObjectOperations {
  private static final int LONGEST_KEY = 1024;

  private final BucketOperations buckets;

  ObjectOperations(BucketOperations buckets) {
    this.buckets = buckets;
  }

  S3Response put(S3Request request) throws IOException {
    Bucket bucket = buckets.require(request.bucket());
    requireKey(request.key());
    SentBody body = SentBody.of(request);
    StoredObject object =
        bucket.put(
            request.key(),
            body,
            () -> ObjectHeaders.meta(request).with(body.checksums()),
            Preconditions.of(request).forWriting());
    return checksums(S3Response.empty(200).with("ETag", quoted(object.etag())), object);
  }

  S3Response copy(S3Request request, CopySource source) throws IOException {
    Bucket target = buckets.require(request.bucket());
    requireKey(request.key());
    boolean replace = "REPLACE".equalsIgnoreCase(request.header("x-amz-metadata-directive"));
    if (!replace && source.equals(new CopySource(request.bucket(), request.key()))) {
      throw S3Failure.invalid(
          "InvalidRequest",
          "This copy request is illegal because it is trying to copy an object to itself without"
              + " changing the object's metadata.");
    }
    StoredObject copy;
    try (OpenObject original = source.open(buckets, request)) {
      ObjectMeta kept = original.object().meta();
      ObjectMeta meta = replace ? ObjectHeaders.meta(request).with(kept.checksums()) : kept;
      copy =
          target.put(
              request.key(), original.from(0), () -> meta, Preconditions.of(request).forWriting());
    }
    return S3Response.xml(
        S3Xml.document(
            "CopyObjectResult",
            xml ->
                xml.text("ETag", quoted(copy.etag()))
                    .text("LastModified", BucketOperations.time(copy.modified()))));
  }

  S3Response head(S3Request request) {
    return read(request, require(request), null);
  }

  /** Opened now, so that overwriting the key changes nothing for this reader. */
  S3Response get(S3Request request) throws IOException {
    Bucket bucket = buckets.require(request.bucket());
    OpenObject open = bucket.open(request.key()).orElseThrow(S3Failure::noSuchKey);
    boolean handedOn = false;
    try {
      S3Response answer = read(request, open.object(), open);
      handedOn = answer.body() != null;
      return answer;
    } finally {
      if (!handedOn) {
        open.close();
      }
    }
  }

  private StoredObject require(S3Request request) {
    return buckets.require(request.bucket()).get(request.key()).orElseThrow(S3Failure::noSuchKey);
  }

  private static S3Response read(
      S3Request request, StoredObject object, @Nullable OpenObject open) {
    switch (Preconditions.of(request).of(object)) {
      case FAILED -> throw S3Failure.preconditionFailed();
      case NOT_MODIFIED -> {
        return new S3Response(304, Map.of("ETag", quoted(object.etag())), 0, null);
      }
      case MET -> {}
    }
    if (request.number("partNumber", 1, 1, MultipartOperations.MOST_PARTS) > 1) {
      throw S3Failure.notImplemented("reading by part number");
    }
    Map<String, String> headers = ObjectHeaders.of(request, object);
    Optional<ByteRange> part = part(request, object);
    part.ifPresent(range -> headers.put("Content-Range", range.contentRange()));
    long first = part.map(ByteRange::first).orElse(0L);
    S3Response answer =
        new S3Response(
            part.isPresent() ? 206 : 200,
            headers,
            part.map(ByteRange::length).orElse(object.size()),
            open == null ? null : () -> open.from(first));
    boolean wanted = "ENABLED".equalsIgnoreCase(request.header("x-amz-checksum-mode"));
    return wanted && part.isEmpty() ? checksums(answer, object) : answer;
  }

  /** With what its writer let be checked. */
  private static S3Response checksums(S3Response answer, StoredObject object) {
    S3Response all = answer;
    for (Map.Entry<String, String> each : object.meta().checksums().entrySet()) {
      all =
          all.with("x-amz-checksum-" + each.getKey(), each.getValue())
              .with("x-amz-checksum-type", "FULL_OBJECT");
    }
    return all;
  }

  private static Optional<ByteRange> part(S3Request request, StoredObject object) {
    try {
      return ByteRange.of(request.header("range"), object.size());
    } catch (ByteRange.Unsatisfiable e) {
      throw S3Failure.invalidRange();
    }
  }

  S3Response delete(S3Request request) {
    buckets.require(request.bucket()).delete(request.key(), Preconditions.of(request).forWriting());
    return S3Response.empty(204);
  }

  S3Response deleteMany(S3Request request) {
    Bucket bucket = buckets.require(request.bucket());
    S3Xml.Node wanted = S3Xml.read(SentBody.of(request));
    if (wanted.all("Object").isEmpty() || wanted.all("Object").size() > 1000) {
      throw S3Failure.invalid("MalformedXML", "A delete names 1 to 1000 objects.");
    }
    boolean quiet = wanted.first("Quiet").equals("true");
    wanted.all("Object").forEach(object -> bucket.delete(object.first("Key")));
    return S3Response.xml(
        S3Xml.document(
            "DeleteResult",
            xml -> {
              for (S3Xml.Node object : wanted.all("Object")) {
                if (!quiet) {
                  xml.element("Deleted", one -> one.text("Key", object.first("Key")));
                }
              }
            }));
  }

  static void requireKey(String key) {
    if (key.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw S3Failure.invalid(
          "KeyTooLongError", "Your key is too long; it has at most 1024 bytes.");
    }
    if (climbsOut(key)) {
      throw S3Failure.invalid("InvalidURI", "A key may not have more .. than names before them.");
    }
    if (key.chars().anyMatch(c -> c < ' ' || c == 0xFFFE || c == 0xFFFF)) {
      throw S3Failure.invalid("InvalidURI", "A key with control characters cannot be listed.");
    }
  }

  /** Source: Amazon S3 User Guide, "Naming Amazon S3 objects", relative path elements. */
  private static boolean climbsOut(String key) {
    int depth = 0;
    for (String part : key.split("/")) {
      depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  static String quoted(String etag) {
    return '"' + etag + '"';
  }
}
