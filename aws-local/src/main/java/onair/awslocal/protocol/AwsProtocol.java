package onair.awslocal.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import onair.awslocal.signature.Caller;
import onair.awslocal.signature.PathEncoding;
import onair.awslocal.signature.Payload;
import onair.awslocal.signature.SignableRequest;
import onair.awslocal.signature.Signature;
import onair.awslocal.signature.SignatureRefused;
import onair.awslocal.signature.Signatures;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers AWS API calls over HTTP with the given backends. */
public final class AwsProtocol extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(AwsProtocol.class);

  private final Services services;
  private final Signatures signatures;
  private final CallFilter filter;

  /**
   * @param backends one per service
   * @param signatures says who may call
   * @param filters what calls go through, the first first
   */
  public AwsProtocol(List<Backend> backends, Signatures signatures, List<CallFilter> filters) {
    this.services = new Services(backends);
    this.signatures = signatures;
    this.filter = CallFilter.all(filters);
  }

  /** Loads what is otherwise loaded by each service's first call. */
  public void warmUp() {
    services.warmUp();
  }

  /** Signing names of all services. */
  public Set<String> services() {
    return services.names();
  }

  /** Names of all operations of a service there is, implemented or not. */
  public Set<String> operations(String service) {
    return services.get(service).operations().keySet();
  }

  /** How far each operation of a service works, by name. */
  public List<OperationStanding> standings(String service) {
    return OperationStanding.of(services.get(service).backend());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String requestId = UUID.randomUUID().toString();
    response.getHeaders().put("x-amzn-RequestId", requestId);
    CallOutcome outcome;
    try {
      outcome = answer(JettyRequests.read(request), requestId);
    } catch (Refusal e) {
      outcome = unknown(e, requestId);
    } catch (IOException e) {
      callback.failed(e);
      return true;
    }
    switch (outcome) {
      case WireResponse answer -> send(answer, response, callback);
      case CallOutcome.Cut(WireResponse torn) -> {
        tear(torn, response);
        Connections.reset(request, callback);
      }
      case CallOutcome other -> Connections.reset(request, callback);
    }
    return true;
  }

  /**
   * An answer without a connection.
   *
   * @param headers but for the length
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Answered(int status, Map<String, String> headers, byte[] body) {}

  /**
   * Answers a call on its caller's own thread; empty when its connection would have been reset.
   *
   * @param signable the request but for its body
   */
  public Optional<Answered> answer(SignableRequest signable, byte[] body) {
    CallOutcome outcome;
    String requestId = UUID.randomUUID().toString();
    try {
      outcome =
          answer(new WireRequest(signable, WirePath.query(signable.query()), body), requestId);
    } catch (Refusal e) {
      outcome = unknown(e, requestId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return outcome instanceof WireResponse(int status, Map<String, String> headers, byte[] bytes)
        ? Optional.of(new Answered(status, headers, bytes))
        : Optional.empty();
  }

  private static void send(WireResponse answer, Response response, Callback callback) {
    head(answer, response);
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }

  /** Sends as much as a server that dies in the middle of it. */
  private static void tear(WireResponse answer, Response response) {
    head(answer, response);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
    try (Blocker.Callback sent = Blocker.callback()) {
      response.write(false, ByteBuffer.wrap(answer.body(), 0, answer.body().length / 2), sent);
      sent.block();
    } catch (IOException e) {
      LOG.debug("The caller left before the answer was torn", e);
    }
  }

  private static void head(WireResponse answer, Response response) {
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
  }

  private CallOutcome answer(WireRequest request, String requestId) throws IOException {
    SignableRequest signable = request.signable();
    Optional<Signature> signature = Signature.of(signable);
    Optional<Service> service = services.find(request, signature);
    if (service.isEmpty()) {
      String name = signature.map(Signature::service).orElse("at " + request.path());
      throw new Refusal(Refusal.Kind.UNKNOWN_SERVICE, "aws-local has no service " + name);
    }
    Caller caller;
    try {
      if (request.body() == JettyRequests.TOO_LARGE) {
        throw Refusal.tooLarge();
      }
      caller = signatures.verify(signable, PathEncoding.TWICE, Payload.of(request.body()));
    } catch (Refusal | SignatureRefused e) {
      return service.get().fail(null, e, requestId);
    }
    CallContext context = new CallContext(caller.account(), caller.region(), requestId);
    CallOutcome outcome = service.get().answer(request, context, filter);
    if (outcome instanceof WireResponse response) {
      LOG.debug("{} {} -> {} {}", request.method(), request.path(), response.status(), requestId);
    }
    return outcome;
  }

  /** Nobody's request: the shape most services share. */
  private static WireResponse unknown(Refusal refusal, String requestId) {
    ApiError error =
        switch (refusal.kind()) {
          case UNKNOWN_SERVICE ->
              new ApiError("UnknownServiceException", 404, refusal.message(), null);
          default -> new ApiError("BadRequestException", 400, refusal.message(), null);
        };
    LOG.debug("{} -> {} {}", refusal.message(), error.status(), requestId);
    return JsonErrors.rest(error, "message");
  }
}
