package onair.awslocal.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onair.awslocal.protocol.Signables;
import onair.awslocal.signature.SignableRequest;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request by its path, {@code /bucket/key}, or by its host, {@code
 * bucket.s3.<region>.amazonaws.com}.
 *
 * @param path decoded, starts with a slash
 * @param byHost whether the host is one of S3's
 * @param bucket empty for the service itself
 * @param key decoded; empty for the bucket itself
 * @param query decoded, in order; of a repeated name the first value
 * @param headers names in lower case
 * @param signable what its signature is made over
 * @param body not decoded, to be read once
 */
record S3Request(
    String method,
    String path,
    boolean byHost,
    String bucket,
    String key,
    Map<String, String> query,
    Map<String, String> headers,
    SignableRequest signable,
    InputStream body) {

  private static final int MOST_HELD = 64 * 1024 * 1024;

  /** S3's hosts: with a bucket before it or without; localhost stands for any of them. */
  private static final Pattern HOST =
      Pattern.compile(
          "(?:(?<bucket>[a-z0-9.-]+)\\.)?s3(?:[.-][a-z0-9-]+)?\\.(?:amazonaws\\.com|localhost)"
              + "|(?<local>[a-z0-9.-]+)\\.localhost");

  static S3Request of(Request request) {
    SignableRequest signable = Signables.of(request);
    String path = decode(signable.path());
    Map<String, String> headers = signable.headers();
    Matcher host = HOST.matcher(hostOf(headers.getOrDefault("host", "")));
    boolean byHost = host.matches();
    String hosted = byHost ? bucketOf(host) : null;
    int slash = path.indexOf('/', 1);
    int end = slash < 0 ? path.length() : slash;
    return new S3Request(
        request.getMethod(),
        path,
        byHost,
        hosted == null ? path.substring(1, end) : hosted,
        hosted == null ? path.substring(Math.min(end + 1, path.length())) : path.substring(1),
        query(signable.query()),
        headers,
        signable,
        Content.Source.asInputStream(request));
  }

  /**
   * The same with its body in memory, so that it can be answered when its connection is gone.
   *
   * @throws S3Failure when the body is larger than {@link #MOST_HELD}
   */
  S3Request held() {
    byte[] bytes;
    try {
      bytes = body.readNBytes(MOST_HELD + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (bytes.length > MOST_HELD) {
      throw S3Failure.invalid(
          "EntityTooLarge", "Only bodies of up to 64 MiB can have a late effect.");
    }
    return new S3Request(
        method,
        path,
        byHost,
        bucket,
        key,
        query,
        headers,
        signable,
        new ByteArrayInputStream(bytes));
  }

  private static String hostOf(String host) {
    int colon = host.indexOf(':');
    return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
  }

  private static @Nullable String bucketOf(Matcher host) {
    return host.group("bucket") != null ? host.group("bucket") : host.group("local");
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

  private static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    if (!text.isEmpty()) {
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
