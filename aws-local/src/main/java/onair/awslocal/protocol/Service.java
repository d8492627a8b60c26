package onair.awslocal.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/** One service, ready to answer: its backend, model, operations and wire protocol. */
record Service(
    Backend backend,
    ServiceModel model,
    Map<String, Operation> operations,
    WireProtocol protocol,
    Constraints constraints) {

  /**
   * Reads the model and the SDK's generated classes; some hundred milliseconds for the large
   * services.
   */
  static Service load(Backend backend) {
    ServiceModel model = ServiceModel.load(backend.signingName());
    Map<String, Operation> operations = Operations.of(backend);
    WireProtocol protocol =
        switch (model.protocol()) {
          case "rest-json" -> new RestJson(model, new RestRoutes(operations.values()));
          case "rest-xml" -> new RestXml(model, new RestRoutes(operations.values()));
          case "json" -> new AwsJson(model, operations);
          case "query" -> new AwsQuery(model, operations);
          default -> throw new IllegalArgumentException("No protocol " + model.protocol());
        };
    return new Service(backend, model, operations, protocol, new Constraints(model));
  }

  /**
   * The same service in the protocol a request is in: one that changed still has what it spoke
   * before.
   */
  Service speaking(WireRequest request) {
    if (model.changedFromQuery() && AwsQuery.speaks(request)) {
      return in(new AwsQuery(model, operations));
    }
    if (!model.hasCbor()) {
      return this;
    }
    if (RpcV2Cbor.speaks(request)) {
      return in(new RpcV2Cbor(model, operations));
    }
    return request.header(AwsJson.TARGET) == null ? this : in(new AwsJson(model, operations));
  }

  private Service in(WireProtocol other) {
    return new Service(backend, model, operations, other, constraints);
  }

  /** Answers a call, unless a filter does. Whatever goes wrong is an answer too. */
  CallOutcome answer(WireRequest received, CallContext context, CallFilter filter) {
    WireRequest request;
    WireProtocol.Call call;
    try {
      request = ContentEncoding.undone(received);
      call = protocol.route(request);
    } catch (RuntimeException e) {
      return fail(null, e, context.requestId());
    }
    Operation operation = call.operation();
    CallOutcome outcome =
        filter.filter(
            new Call(backend.signingName(), operation.name(), context),
            () -> answer(call, request, context));
    ApiErrors errors = new ApiErrors(model);
    return switch (outcome) {
      case CallOutcome.Refused refused ->
          protocol.error(errors.refused(operation, refused), context.requestId());
      case CallOutcome.Throttled throttled ->
          protocol.error(errors.throttled(operation, throttled), context.requestId());
      case CallOutcome.Answer answer -> answer;
      case CallOutcome.Cut cut -> cut;
    };
  }

  private WireResponse answer(WireProtocol.Call call, WireRequest request, CallContext context) {
    try {
      SdkPojo response = call(call, request, context);
      return protocol.write(call.operation(), response, context.requestId());
    } catch (RuntimeException e) {
      return fail(call.operation(), e, context.requestId());
    }
  }

  private SdkPojo call(WireProtocol.Call call, WireRequest request, CallContext context) {
    Operation operation = call.operation();
    if (operation.method() == null) {
      throw new UnsupportedOperationException(operation.name());
    }
    Violations violations = Violations.collect();
    SdkRequest input = protocol.read(call, request, violations);
    constraints.check(input, model.input(operation.name()).orElse(null), violations);
    if (!violations.isEmpty()) {
      throw new Refusal(Refusal.Kind.INVALID, violations.message());
    }
    return context.call(() -> operation.invoke(backend.implementation(), input));
  }

  /** The error in this service's own words and shape. */
  WireResponse fail(@Nullable Operation operation, RuntimeException failure, String requestId) {
    ApiError error = new ApiErrors(model).of(operation, failure, requestId);
    return protocol.error(error, requestId);
  }
}
