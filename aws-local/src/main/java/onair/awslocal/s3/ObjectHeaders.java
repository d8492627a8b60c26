package onair.awslocal.s3;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import onair.awslocal.store.ObjectMeta;
import onair.awslocal.store.StoredObject;

/** Headers of objects: what a writer says, and what readers are told of it. */
final class ObjectHeaders {

  private static final String USER_PREFIX = "x-amz-meta-";
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** What a writer says with an object and every reader hears. */
  private static final List<String> KEPT_HEADERS =
      List.of("content-disposition", "content-encoding", "content-language", "expires");

  /** What a reader may have said otherwise. */
  private static final List<String> OVERRIDABLE =
      List.of(
          "content-type",
          "cache-control",
          "content-disposition",
          "content-encoding",
          "content-language",
          "expires");

  /** Of the transfer, not of the object. */
  private static final Pattern FRAMING = Pattern.compile("aws-chunked,?\\s*|,\\s*aws-chunked");

  private static final Pattern INITIAL = Pattern.compile("\\b[a-z]");

  private ObjectHeaders() {}

  /** What a writer says of an object. */
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
        type == null ? "application/octet-stream" : type,
        request.header("cache-control"),
        keptHeaders(request),
        user,
        Map.of());
  }

  private static Map<String, String> keptHeaders(S3Request request) {
    Map<String, String> kept = new HashMap<>();
    for (String name : KEPT_HEADERS) {
      String value = request.header(name);
      if (name.equals("content-encoding") && value != null) {
        value = FRAMING.matcher(value).replaceAll("");
      }
      if (value != null && !value.isEmpty()) {
        kept.put(name, value);
      }
    }
    return kept;
  }

  /** {@code Content-Type} of {@code content-type}. */
  private static String titled(String header) {
    return INITIAL.matcher(header).replaceAll(m -> m.group().toUpperCase(Locale.ROOT));
  }

  /** What a reader is told of an object. */
  static Map<String, String> of(S3Request request, StoredObject object) {
    Map<String, String> headers = new LinkedHashMap<>();
    ObjectMeta meta = object.meta();
    headers.put("Content-Type", meta.contentType());
    if (meta.cacheControl() != null) {
      headers.put("Cache-Control", meta.cacheControl());
    }
    meta.headers().forEach((name, value) -> headers.put(titled(name), value));
    for (String name : OVERRIDABLE) {
      if (request.has("response-" + name)) {
        headers.put(titled(name), request.parameter("response-" + name, ""));
      }
    }
    headers.put("ETag", ObjectOperations.quoted(object.etag()));
    headers.put("Last-Modified", HTTP_DATE.format(object.modified()));
    headers.put("Accept-Ranges", "bytes");
    object.meta().user().forEach((name, value) -> headers.put(USER_PREFIX + name, value));
    return headers;
  }
}
