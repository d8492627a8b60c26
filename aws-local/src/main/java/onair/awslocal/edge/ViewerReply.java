package onair.awslocal.edge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Writes one answer: headers of CloudFront, conditions, ranges. Bodies are written without holding
 * a thread.
 */
final class ViewerReply {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** The same for all answers of this edge, as in CloudFront, where it names the server. */
  private static final HttpField VIA =
      new HttpField(
          HttpHeader.VIA,
          "1.1 " + HexFormat.of().formatHex(random(16)) + ".cloudfront.net (CloudFront)");

  private static final HttpField ACCEPT_RANGES = new HttpField(HttpHeader.ACCEPT_RANGES, "bytes");
  private static final String CACHE_STATUS = "X-Cache";

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final InstantSource clock;
  private final EdgeTraffic traffic;
  private final String requestId = Base64.getUrlEncoder().encodeToString(random(42));

  private @Nullable EdgeDistribution distribution;

  ViewerReply(
      Request request,
      Response response,
      Callback callback,
      InstantSource clock,
      EdgeTraffic traffic) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.clock = clock;
    this.traffic = traffic;
    response.getHeaders().put(VIA).put("X-Amz-Cf-Id", requestId).put("X-Amz-Cf-Pop", "LOCAL1-C1");
    // Until a behavior is found: errors must be readable for players too.
    headers(ResponseHeaders.ORIGIN_CORS);
  }

  /** Whose answer it is. */
  void by(EdgeDistribution answering) {
    distribution = answering;
  }

  void headers(ResponseHeaders rule) {
    HttpFields.Mutable headers = response.getHeaders();
    ResponseHeaders.ORIGIN_CORS.always().keySet().forEach(headers::remove);
    add(rule.always());
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin != null) {
      add(rule.across(origin));
    }
    if (isPreflight()) {
      add(rule.preflight());
    }
  }

  /** An answer to {@code OPTIONS}: what a page may do, no body. */
  void preflight() {
    response.setStatus(200);
    response.getHeaders().put(CACHE_STATUS, "Miss from cloudfront");
    send(new byte[0], 0, 0);
  }

  void object(StoredObject object, boolean hit) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(CACHE_STATUS, cacheStatus(object, hit));
    headers.put(HttpHeader.CACHE_CONTROL, cacheControl(object.maxAge()));
    if (hit) {
      long age = Duration.between(object.storedAt(), clock.instant()).toSeconds();
      headers.put(HttpHeader.AGE, Math.max(0, age));
    }
    if (object.isError()) {
      whole(object);
      return;
    }
    headers.put(HttpHeader.ETAG, object.etag());
    headers.put(ACCEPT_RANGES);
    if (isUnchanged(object)) {
      response.setStatus(304);
      served(0);
      response.write(true, null, callback);
      return;
    }
    switch (rangeOf(object)) {
      case ByteRange.Whole ignored -> whole(object);
      case ByteRange.Part part -> part(object, part);
      case ByteRange.Unsatisfiable ignored -> {
        headers.put(HttpHeader.CONTENT_RANGE, "bytes */" + object.body().length);
        refuse(new Refusal(416, "The object has no such bytes."));
      }
    }
  }

  void refuse(Refusal refusal) {
    byte[] body = page(refusal).getBytes(StandardCharsets.UTF_8);
    HttpFields.Mutable headers = response.getHeaders();
    response.setStatus(refusal.status());
    headers.put(CACHE_STATUS, "Error from cloudfront");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
    send(body, 0, body.length);
  }

  private void whole(StoredObject object) {
    response.setStatus(object.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, object.contentType());
    send(object.body(), 0, object.body().length);
  }

  private void part(StoredObject object, ByteRange.Part part) {
    HttpFields.Mutable headers = response.getHeaders();
    response.setStatus(206);
    headers.put(HttpHeader.CONTENT_TYPE, object.contentType());
    headers.put(
        HttpHeader.CONTENT_RANGE,
        "bytes " + part.first() + "-" + part.last() + "/" + object.body().length);
    send(object.body(), part.first(), part.length());
  }

  private void send(byte[] body, int from, int length) {
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
    boolean withBody = !HttpMethod.HEAD.is(request.getMethod());
    served(withBody ? length : 0);
    response.write(true, withBody ? ByteBuffer.wrap(body, from, length) : null, callback);
  }

  private void served(long bytes) {
    if (distribution != null) {
      traffic.served(distribution, response.getStatus(), bytes);
    }
  }

  private ByteRange rangeOf(StoredObject object) {
    String ifRange = request.getHeaders().get(HttpHeader.IF_RANGE);
    boolean sameObject = ifRange == null || ifRange.equals(object.etag());
    boolean ranges = HttpMethod.GET.is(request.getMethod()) && object.status() == 200 && sameObject;
    String header = ranges ? request.getHeaders().get(HttpHeader.RANGE) : null;
    return ByteRange.of(header, object.body().length);
  }

  /** Our own tags have no commas, so a foreign one that is cut at a comma still equals none. */
  private boolean isUnchanged(StoredObject object) {
    return request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH).stream()
        .flatMap(tags -> Stream.of(tags.split(",")))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals("*") || tag.equals(object.etag()));
  }

  private boolean isPreflight() {
    return HttpMethod.OPTIONS.is(request.getMethod())
        && request.getHeaders().contains("Access-Control-Request-Method");
  }

  private void add(Map<String, String> headers) {
    headers.forEach((name, value) -> response.getHeaders().put(name, value));
  }

  private static String cacheStatus(StoredObject object, boolean hit) {
    if (object.isError()) {
      return "Error from cloudfront";
    }
    return hit ? "Hit from cloudfront" : "Miss from cloudfront";
  }

  private static String cacheControl(Duration maxAge) {
    return maxAge.isPositive() ? "max-age=" + maxAge.toSeconds() : "no-cache";
  }

  private String page(Refusal refusal) {
    return """
    <!DOCTYPE html>
    <html><head><title>ERROR: The request could not be satisfied</title></head>
    <body><h1>%d ERROR</h1><p>%s</p><p>Request ID: %s</p></body></html>
    """
        .formatted(refusal.status(), escaped(refusal.text()), requestId);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
