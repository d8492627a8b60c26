package onair.awslocal.s3;

import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A path-style request.
 *
 * @param rawPath as it came, percent-encoded
 * @param bucket empty for the service itself
 * @param key decoded; empty for the bucket itself
 * @param query decoded, in order; of a repeated name the first value
 * @param headers names in lower case
 * @param body not decoded, to be read once
 */
record S3Request(
    String method,
    String rawPath,
    String bucket,
    String key,
    Map<String, String> query,
    Map<String, String> headers,
    InputStream body) {

  static S3Request of(Request request) {
    String raw = request.getHttpURI().getPath();
    String rawPath = raw == null || raw.isEmpty() ? "/" : raw;
    int slash = rawPath.indexOf('/', 1);
    String bucket = slash < 0 ? rawPath.substring(1) : rawPath.substring(1, slash);
    String key = slash < 0 ? "" : rawPath.substring(slash + 1);
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue();
      headers.merge(
          field.getName().toLowerCase(Locale.ROOT),
          value == null ? "" : value,
          (one, other) -> one + "," + other);
    }
    return new S3Request(
        request.getMethod(),
        rawPath,
        decode(bucket),
        decode(key),
        query(request.getHttpURI().getQuery()),
        headers,
        Content.Source.asInputStream(request));
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }

  boolean has(String parameter) {
    return query.containsKey(parameter);
  }

  String parameter(String name, String otherwise) {
    return query.getOrDefault(name, otherwise);
  }

  /** A number from the query. */
  int number(String name, int otherwise, int least, int most) {
    String text = query.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw S3Failure.invalid("InvalidArgument", name + " must be a number, but is " + text + ".");
    }
    throw S3Failure.invalid(
        "InvalidArgument", name + " must be " + least + " to " + most + ", but is " + text + ".");
  }

  private static Map<String, String> query(@Nullable String text) {
    Map<String, String> query = new LinkedHashMap<>();
    if (text != null && !text.isEmpty()) {
      for (String pair : List.of(text.split("&"))) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        query.putIfAbsent(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  /** Names of present parameters out of some. */
  List<String> present(List<String> names) {
    List<String> found = new ArrayList<>(names);
    found.retainAll(query.keySet());
    return found;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw S3Failure.invalid("InvalidURI", "Couldn't parse the specified URI.");
    }
  }
}
