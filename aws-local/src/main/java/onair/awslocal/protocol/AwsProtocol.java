package onair.awslocal.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers AWS API calls over HTTP with the given backends. */
public final class AwsProtocol extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(AwsProtocol.class);

  private final Services services;
  private final String accountId;

  /**
   * @param backends one per service
   * @param accountId whose account every caller is in, twelve digits
   */
  public AwsProtocol(List<Backend> backends, String accountId) {
    this.services = new Services(backends);
    this.accountId = accountId;
  }

  /** Loads what is otherwise loaded by each service's first call. */
  public void warmUp() {
    services.warmUp();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String requestId = UUID.randomUUID().toString();
    WireResponse answer;
    try {
      answer = answer(JettyRequests.read(request), requestId);
    } catch (Refusal e) {
      answer = unknown(e, requestId);
    } catch (IOException e) {
      callback.failed(e);
      return true;
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    response.getHeaders().put("x-amzn-RequestId", requestId);
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
    return true;
  }

  private WireResponse answer(WireRequest request, String requestId) {
    Optional<CredentialScope> scope = CredentialScope.of(request);
    Optional<Service> service = services.find(request, scope);
    if (service.isEmpty()) {
      String name = scope.map(CredentialScope::service).orElse("at " + request.path());
      throw new Refusal(Refusal.Kind.UNKNOWN_SERVICE, "aws-local has no service " + name);
    }
    if (scope.isEmpty()) {
      Refusal unsigned = new Refusal(Refusal.Kind.NOT_SIGNED, "Missing Authentication Token");
      return service.get().fail(null, unsigned, requestId);
    }
    if (request.body() == JettyRequests.TOO_LARGE) {
      Refusal large = new Refusal(Refusal.Kind.TOO_LARGE, "A request body has at most 6 MiB.");
      return service.get().fail(null, large, requestId);
    }
    CallContext context = new CallContext(accountId, scope.get().region(), requestId);
    WireResponse response = service.get().answer(request, context);
    LOG.debug("{} {} -> {} {}", request.method(), request.path(), response.status(), requestId);
    return response;
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
