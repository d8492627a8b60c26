package onair.awslocal.s3;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectMeta;
import onair.awslocal.store.StoredObject;
import org.jspecify.annotations.Nullable;

/** What is done to objects: put, get with ranges and conditions, head, copy, delete. */
final class ObjectOperations {
  private static final int LONGEST_KEY = 1024;
  private static final String USER_PREFIX = "x-amz-meta-";
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final BucketOperations buckets;

  ObjectOperations(BucketOperations buckets) {
    this.buckets = buckets;
  }

  S3Response put(S3Request request) throws IOException {
    Bucket bucket = buckets.require(request.bucket());
    requireKey(request.key());
    if ("*".equals(request.header("if-none-match")) && bucket.get(request.key()).isPresent()) {
      throw S3Failure.preconditionFailed();
    }
    StoredObject object = bucket.put(request.key(), SentBody.of(request), meta(request));
    return S3Response.empty(200).with("ETag", quoted(object.etag()));
  }

  S3Response copy(S3Request request, String source) throws IOException {
    Bucket target = buckets.require(request.bucket());
    requireKey(request.key());
    String path =
        java.net.URLDecoder.decode(
            source.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    String plain = path.startsWith("/") ? path.substring(1) : path;
    int slash = plain.indexOf('/');
    if (slash < 1) {
      throw S3Failure.invalid("InvalidArgument", "x-amz-copy-source must be bucket/key.");
    }
    Bucket from = buckets.require(plain.substring(0, slash));
    StoredObject original = from.get(plain.substring(slash + 1)).orElseThrow(S3Failure::noSuchKey);
    boolean replace = "REPLACE".equalsIgnoreCase(request.header("x-amz-metadata-directive"));
    StoredObject copy;
    try (InputStream bytes = from.open(original, 0)) {
      copy = target.put(request.key(), bytes, replace ? meta(request) : original.meta());
    }
    return S3Response.xml(
        S3Xml.document(
            "CopyObjectResult",
            xml ->
                xml.text("ETag", quoted(copy.etag()))
                    .text("LastModified", BucketOperations.time(copy.modified()))));
  }

  S3Response get(S3Request request) {
    Bucket bucket = buckets.require(request.bucket());
    StoredObject object = bucket.get(request.key()).orElseThrow(S3Failure::noSuchKey);
    String etag = quoted(object.etag());
    String match = request.header("if-match");
    if (match != null && !match.equals(etag) && !match.equals("*")) {
      throw S3Failure.preconditionFailed();
    }
    String noneMatch = request.header("if-none-match");
    if (noneMatch != null && (noneMatch.equals(etag) || noneMatch.equals("*"))) {
      return new S3Response(304, Map.of("ETag", etag), 0, null);
    }
    Map<String, String> headers = headers(request, object);
    long from = 0;
    long to = object.size() - 1;
    String range = request.header("range");
    if (range != null) {
      long[] bounds = bounds(range, object.size());
      if (bounds != null) {
        from = bounds[0];
        to = bounds[1];
        headers.put("Content-Range", "bytes " + from + "-" + to + "/" + object.size());
      }
    }
    long start = from;
    int status = headers.containsKey("Content-Range") ? 206 : 200;
    return new S3Response(status, headers, to - from + 1, () -> bucket.open(object, start));
  }

  S3Response delete(S3Request request) {
    buckets.require(request.bucket()).delete(request.key());
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

  static ObjectMeta meta(S3Request request) {
    Map<String, String> user = new HashMap<>();
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (name.startsWith(USER_PREFIX)) {
                user.put(name.substring(USER_PREFIX.length()), value);
              }
            });
    String type = request.header("content-type");
    return new ObjectMeta(
        type == null ? "application/octet-stream" : type, request.header("cache-control"), user);
  }

  static void requireKey(String key) {
    if (key.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw S3Failure.invalid(
          "KeyTooLongError", "Your key is too long; it has at most 1024 bytes.");
    }
  }

  static String quoted(String etag) {
    return '"' + etag + '"';
  }

  private static Map<String, String> headers(S3Request request, StoredObject object) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Content-Type", request.parameter("response-content-type", object.meta().contentType()));
    headers.put("ETag", quoted(object.etag()));
    headers.put("Last-Modified", HTTP_DATE.format(object.modified()));
    headers.put("Accept-Ranges", "bytes");
    String cacheControl = object.meta().cacheControl();
    if (cacheControl != null) {
      headers.put("Cache-Control", cacheControl);
    }
    if (request.has("response-content-disposition")) {
      headers.put("Content-Disposition", request.parameter("response-content-disposition", ""));
    }
    object.meta().user().forEach((name, value) -> headers.put(USER_PREFIX + name, value));
    return headers;
  }

  /** First and last byte; null when the header is no single byte range and so is ignored. */
  private static long @Nullable [] bounds(String range, long size) {
    Matcher matcher = RANGE.matcher(range.strip());
    if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
      return null;
    }
    try {
      if (matcher.group(1).isEmpty()) {
        long last = Long.parseLong(matcher.group(2));
        if (last == 0 || size == 0) {
          throw S3Failure.invalidRange();
        }
        return new long[] {Math.max(0, size - last), size - 1};
      }
      long from = Long.parseLong(matcher.group(1));
      long to = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
      if (to < from && !matcher.group(2).isEmpty()) {
        return null;
      }
      if (from >= size) {
        throw S3Failure.invalidRange();
      }
      return new long[] {from, Math.min(to, size - 1)};
    } catch (NumberFormatException e) {
      throw S3Failure.invalidRange();
    }
  }
}
