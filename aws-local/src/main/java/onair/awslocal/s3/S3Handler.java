package onair.awslocal.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.ObjectStore;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the requests that are S3's and leaves the others: signed for {@code s3}, or unsigned on a
 * host of S3's or a path that begins with a bucket's name. Who signs by header may do everything,
 * who presigned what the signature says, and whoever signs nothing may read what the bucket's
 * policy allows.
 */
public final class S3Handler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(S3Handler.class);

  private final LocalS3 s3;
  private final ObjectStore store;
  private final OriginDirectory origins;
  private final Signers signers;

  /**
   * @param secrets secret access key by access key id; presigned URLs of others are refused
   * @param origins where every bucket is {@code <bucket>.s3.<region>.amazonaws.com}
   * @param region of all buckets
   */
  public S3Handler(
      ObjectStore store,
      StateStore state,
      Map<String, String> secrets,
      InstantSource clock,
      OriginDirectory origins,
      String region) {
    this.s3 = new LocalS3(store, state, clock, origins, region);
    this.store = store;
    this.origins = origins;
    this.signers = new Signers(secrets, clock);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    S3Request asked;
    try {
      asked = S3Request.of(request);
    } catch (S3Failure e) {
      return false; // a path no bucket has; another handler may know it
    }
    if (!isOurs(asked)) {
      return false;
    }
    String requestId =
        UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
    response.getHeaders().put("x-amz-request-id", requestId);
    try {
      cors(asked).ifPresent(headers -> headers.forEach(response.getHeaders()::put));
      S3Response answer =
          asked.method().equals("OPTIONS") ? preflight(response) : authorized(asked);
      send(answer, asked.method().equals("HEAD"), response, callback);
    } catch (S3Failure e) {
      fail(e, asked, requestId, response, callback);
    } catch (NoSuchFileException e) {
      fail(S3Failure.noSuchKey(), asked, requestId, response, callback);
    } catch (IOException e) {
      callback.failed(e); // the other side went away, or the disk did
    }
    return true;
  }

  private boolean isOurs(S3Request request) {
    if (Signers.signs(request)) {
      return Signers.signsForS3(request);
    }
    return request.byHost()
        || store.bucket(request.bucket()).isPresent()
            && !origins.serves(request.headers().getOrDefault("host", ""));
  }

  private S3Response authorized(S3Request request) throws IOException {
    if (Signers.signs(request)) {
      signers.require(request);
    } else {
      boolean read = request.method().equals("GET") || request.method().equals("HEAD");
      if (!read || request.key().isEmpty()) {
        throw S3Failure.accessDenied("Access Denied");
      }
      s3.access().requirePublic(request.bucket(), request.key());
    }
    return s3.answer(request);
  }

  /** Headers that let a page of that origin read the answer; empty when no rule fits. */
  private Optional<Map<String, String>> cors(S3Request request) {
    String origin = request.header("origin");
    if (origin == null || store.bucket(request.bucket()).isEmpty()) {
      return Optional.empty();
    }
    boolean preflight = request.method().equals("OPTIONS");
    String method =
        preflight ? text(request.header("access-control-request-method")) : request.method();
    List<String> wanted =
        preflight ? names(request.header("access-control-request-headers")) : List.of();
    return s3.buckets().settings(request.bucket()).cors().stream()
        .filter(rule -> rule.fits(origin, method) && rule.allowsHeaders(wanted))
        .findFirst()
        .map(
            rule ->
                Map.of(
                    "Access-Control-Allow-Origin", rule.origins().contains("*") ? "*" : origin,
                    "Access-Control-Allow-Methods", String.join(", ", rule.methods()),
                    "Access-Control-Allow-Headers", String.join(", ", wanted),
                    "Access-Control-Expose-Headers", String.join(", ", rule.exposed()),
                    "Access-Control-Max-Age", Integer.toString(rule.maxAgeSeconds()),
                    "Vary",
                        "Origin, Access-Control-Request-Headers, Access-Control-Request-Method"));
  }

  private static S3Response preflight(Response response) {
    if (!response.getHeaders().contains("Access-Control-Allow-Origin")) {
      throw S3Failure.accessDenied("CORSResponse: This CORS request is not allowed.");
    }
    return S3Response.empty(200);
  }

  private static void send(S3Response answer, boolean head, Response response, Callback callback)
      throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    S3Response.Body body = answer.body();
    if (answer.status() != 204 && answer.status() != 304) {
      response.getHeaders().put("Content-Length", answer.length());
    }
    if (head || body == null) {
      response.write(true, null, callback);
      return;
    }
    try (InputStream in = body.open();
        OutputStream out = Content.Sink.asOutputStream(response)) {
      copy(in, out, answer.length());
    }
    callback.succeeded();
  }

  private static void copy(InputStream in, OutputStream out, long length) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long left = length;
    while (left > 0) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new IOException("The object is shorter than its row says.");
      }
      out.write(buffer, 0, count);
      left -= count;
    }
  }

  private static void fail(
      S3Failure failure,
      S3Request request,
      String requestId,
      Response response,
      Callback callback) {
    LOG.debug("{} {} -> {} {}", request.method(), request.path(), failure.code(), requestId);
    if (response.isCommitted()) {
      callback.failed(failure);
      return;
    }
    byte[] document =
        S3Xml.document(
            "Error",
            xml ->
                xml.text("Code", failure.code())
                    .text("Message", String.valueOf(failure.getMessage()))
                    .text("Resource", "/" + request.bucket() + "/" + request.key())
                    .text("RequestId", requestId));
    response.setStatus(failure.status());
    response.getHeaders().put("Content-Type", "application/xml");
    response.getHeaders().put("Content-Length", document.length);
    boolean head = request.method().equals("HEAD");
    response.write(true, head ? null : java.nio.ByteBuffer.wrap(document), callback);
  }

  private static List<String> names(@Nullable String header) {
    return header == null || header.isBlank()
        ? List.of()
        : List.of(header.strip().split("\\s*,\\s*"));
  }

  private static String text(@Nullable String header) {
    return header == null ? "" : header;
  }
}
