package onair.awslocal.protocol;

import java.util.List;
import java.util.Optional;
import onair.awslocal.signature.SignatureRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What a failure is called on the wire. Codes and statuses come from the service's model: the
 * operation's own list of errors first, since services name the same thing differently.
 */
record ApiErrors(ServiceModel model) {

  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  private static final List<String> INVALID_INPUT =
      List.of(
          "ValidationException",
          "BadRequestException",
          "InvalidArgument",
          "UnprocessableEntityException");

  ApiError of(@Nullable Operation operation, RuntimeException failure, String requestId) {
    return switch (failure) {
      case Refusal refusal -> refused(operation, refusal);
      case SignatureRefused refusal -> SignatureErrors.of(model.protocol(), refusal);
      case AwsServiceException modelled -> modelled(modelled);
      case UnsupportedOperationException missing -> notImplemented(operation);
      default -> {
        LOG.error(
            "{} {} failed, request {}",
            model.serviceId(),
            operation == null ? "(no operation)" : operation.name(),
            requestId,
            failure);
        yield internal(operation, requestId);
      }
    };
  }

  /** An error that a filter wants, by the operation's own name for its status. */
  ApiError refused(Operation operation, CallOutcome.Refused refused) {
    String code = refused.code();
    if (code == null) {
      code =
          errors(operation).stream()
              .filter(shape -> shape.errorStatus() == refused.status())
              .findFirst()
              .map(Shape::errorCode)
              .orElse(refused.status() < 500 ? "BadRequestException" : "InternalFailure");
    }
    return new ApiError(code, refused.status(), refused.message(), null);
  }

  /**
   * Too many calls: as the operation's model has it, else as AWS's common errors have it for the
   * protocol.
   */
  ApiError throttled(Operation operation, CallOutcome.Throttled throttled) {
    return errors(operation).stream()
        .filter(shape -> shape.errorStatus() == 429 || shape.name().equals("RequestThrottled"))
        .findFirst()
        .map(
            shape ->
                new ApiError(shape.errorCode(), shape.errorStatus(), throttled.message(), null))
        .orElseGet(
            () ->
                switch (model.protocol()) {
                  case "rest-json" ->
                      new ApiError("TooManyRequestsException", 429, throttled.message(), null);
                  case "json" ->
                      new ApiError("ThrottlingException", 400, throttled.message(), null);
                  default -> new ApiError("Throttling", 400, throttled.message(), null);
                });
  }

  private ApiError refused(@Nullable Operation operation, Refusal refusal) {
    String message = refusal.message();
    return switch (refusal.kind()) {
      case INVALID -> invalid(operation, message);
      case MALFORMED -> malformed(operation, message);
      case UNKNOWN_SERVICE, UNKNOWN_OPERATION -> unknownOperation(message);
      case NOT_IMPLEMENTED -> new ApiError("NotImplemented", 501, message, null);
      case UNSUPPORTED_MEDIA_TYPE ->
          new ApiError("UnsupportedMediaTypeException", 415, message, null);
      case TOO_LARGE -> new ApiError("RequestEntityTooLargeException", 413, message, null);
    };
  }

  private ApiError invalid(@Nullable Operation operation, String message) {
    return declared(operation, INVALID_INPUT)
        .map(shape -> new ApiError(shape.errorCode(), shape.errorStatus(), message, null))
        .orElseGet(
            () ->
                new ApiError(
                    isQuery() ? "ValidationError" : "ValidationException", 400, message, null));
  }

  /** Source: the "Common Errors" of each service's API reference. */
  private ApiError unknownOperation(String message) {
    return isQuery()
        ? new ApiError("InvalidAction", 400, message, null)
        : new ApiError("UnknownOperationException", 404, message, null);
  }

  private boolean isQuery() {
    return model.protocol().equals("query");
  }

  private ApiError malformed(@Nullable Operation operation, String message) {
    return switch (model.protocol()) {
      case "rest-xml" -> new ApiError("MalformedXML", 400, message, null);
      case "rest-json" -> invalid(operation, message);
      case "query" -> new ApiError("MalformedQueryString", 400, message, null);
      default -> new ApiError("SerializationException", 400, message, null);
    };
  }

  private ApiError notImplemented(@Nullable Operation operation) {
    String name = operation == null ? "this operation" : operation.name();
    return new ApiError(
        "NotImplemented",
        501,
        "aws-local does not implement %s %s".formatted(model.serviceId(), name),
        null);
  }

  /** The SDK's exception by what the model says of it; what the backend put into it wins. */
  private ApiError modelled(AwsServiceException failure) {
    Optional<Shape> shape = model.error(failure.getClass());
    AwsErrorDetails details = failure.awsErrorDetails();
    String given = details == null ? null : details.errorCode();
    String code =
        given != null
            ? given
            : shape.map(Shape::errorCode).orElse(failure.getClass().getSimpleName());
    int status =
        failure.statusCode() > 0 ? failure.statusCode() : shape.map(Shape::errorStatus).orElse(400);
    String message = details == null ? failure.getMessage() : details.errorMessage();
    return new ApiError(code, status, message == null ? code : message, (SdkPojo) failure);
  }

  private ApiError internal(@Nullable Operation operation, String requestId) {
    String message = "aws-local failed; its log says why under request " + requestId;
    return errors(operation).stream()
        .filter(shape -> shape.errorStatus() == 500)
        .findFirst()
        .map(shape -> new ApiError(shape.errorCode(), 500, message, null))
        .orElseGet(() -> new ApiError("InternalFailure", 500, message, null));
  }

  private Optional<Shape> declared(@Nullable Operation operation, List<String> names) {
    List<Shape> declared = errors(operation);
    return names.stream()
        .flatMap(name -> declared.stream().filter(shape -> shape.name().equals(name)))
        .findFirst();
  }

  private List<Shape> errors(@Nullable Operation operation) {
    return operation == null ? List.of() : model.errors(operation.name());
  }
}
