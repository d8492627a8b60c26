package onair.awslocal.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.protocol.Call;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.protocol.CallFilter;
import onair.awslocal.protocol.CallOutcome;
import onair.awslocal.protocol.Connections;
import onair.awslocal.resource.Scope;
import onair.awslocal.signature.Caller;
import onair.awslocal.signature.PathEncoding;
import onair.awslocal.signature.Payload;
import onair.awslocal.signature.Signature;
import onair.awslocal.signature.SignatureRefused;
import onair.awslocal.signature.Signatures;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.ObjectStore;
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
  private final Signatures signatures;
  private final Scope home;
  private final CallFilter filter;

  /**
   * @param signatures says who may call
   * @param origins where every bucket is {@code <bucket>.s3.<region>.amazonaws.com}
   * @param home the account of who reads without a signature, and the region of all buckets
   * @param filter what calls go through
   */
  public S3Handler(
      ObjectStore store,
      StateStore state,
      Signatures signatures,
      InstantSource clock,
      OriginDirectory origins,
      Scope home,
      CallFilter filter) {
    this.home = home;
    this.filter = filter;
    this.s3 = new LocalS3(store, state, clock, origins, home.region());
    this.store = store;
    this.origins = origins;
    this.signatures = signatures;
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
      CallOutcome outcome =
          asked.method().equals("OPTIONS") ? preflight(response) : authorized(asked, requestId);
      end(outcome, asked, requestId, request, response, callback);
    } catch (S3Failure e) {
      fail(e, asked, requestId, response, callback);
    } catch (NoSuchFileException e) {
      fail(S3Failure.noSuchKey(), asked, requestId, response, callback);
    } catch (IOException | UncheckedIOException e) {
      callback.failed(e); // the other side went away, or the disk did
    }
    return true;
  }

  private boolean isOurs(S3Request request) {
    if (isVersion2(request)) {
      return true;
    }
    if (Signature.isIn(request.signable())) {
      return Signature.of(request.signable()).filter(S3Handler::isForS3).isPresent();
    }
    return request.byHost()
        || store.bucket(request.bucket()).isPresent()
            && !origins.serves(request.headers().getOrDefault("host", ""));
  }

  /** The signature before {@code AWS4}, in a header or a presigned URL; no other service had it. */
  private static boolean isVersion2(S3Request request) {
    return request.headers().getOrDefault("authorization", "").startsWith("AWS ")
        || request.has("AWSAccessKeyId") && request.has("Signature");
  }

  private CallOutcome authorized(S3Request request, String requestId) throws IOException {
    if (isVersion2(request)) {
      throw S3Failure.invalid(
          "InvalidRequest",
          "The authorization mechanism you have provided is not supported. Please use"
              + " AWS4-HMAC-SHA256.");
    }
    String account = home.accountId();
    if (Signature.isIn(request.signable())) {
      account = signer(request).account();
    } else {
      boolean read = request.method().equals("GET") || request.method().equals("HEAD");
      if (!read || request.key().isEmpty()) {
        throw S3Failure.accessDenied("Access Denied");
      }
      s3.access().requirePublic(request.bucket(), request.key());
    }
    S3Request[] asked = {request};
    Call call =
        new Call(
            "s3",
            S3Operations.nameOf(request),
            new CallContext(account, home.region(), requestId),
            () -> asked[0] = asked[0].held());
    return filter.filter(call, () -> answered(asked[0], requestId));
  }

  /** Whatever goes wrong is an answer too, unless the caller or the disk went away. */
  private S3Response answered(S3Request request, String requestId) {
    try {
      return s3.answer(request);
    } catch (S3Failure e) {
      return S3Answers.failure(e, request, requestId);
    } catch (NoSuchFileException e) {
      return S3Answers.failure(S3Failure.noSuchKey(), request, requestId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} failed, request {}", S3Operations.nameOf(request), requestId, e);
      return S3Answers.failure(S3Failure.internal(requestId), request, requestId);
    }
  }

  private static void end(
      CallOutcome outcome,
      S3Request asked,
      String requestId,
      Request request,
      Response response,
      Callback callback)
      throws IOException {
    boolean head = asked.method().equals("HEAD");
    switch (outcome) {
      case S3Response answer -> S3Answers.send(answer, head, response, callback);
      case CallOutcome.Refused refused -> throw S3Failure.askedFor(refused);
      case CallOutcome.Throttled throttled -> throw S3Failure.slowDown(throttled.message());
      case CallOutcome.Cut(S3Response torn) -> {
        S3Answers.tear(torn, head, response);
        Connections.reset(request, callback);
      }
      case CallOutcome other -> Connections.reset(request, callback);
    }
  }

  private static boolean isForS3(Signature signature) {
    return signature.service().equals("s3");
  }

  private Caller signer(S3Request request) throws IOException {
    try {
      return signatures.verify(request.signable(), PathEncoding.ONCE, Payload.asDeclared());
    } catch (SignatureRefused e) {
      throw S3Failure.of(e, request.has("X-Amz-Credential"));
    }
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
    try {
      boolean head = request.method().equals("HEAD");
      S3Answers.send(S3Answers.failure(failure, request, requestId), head, response, callback);
    } catch (IOException e) {
      callback.failed(e);
    }
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
