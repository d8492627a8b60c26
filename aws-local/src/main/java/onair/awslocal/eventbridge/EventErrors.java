package onair.awslocal.eventbridge;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.LimitExceededException;
import software.amazon.awssdk.services.eventbridge.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;

/** EventBridge's errors, in its own words. */
final class EventErrors {

  private EventErrors() {}

  static RuntimeException noSuchBus(String name) {
    return notFound("Event bus " + name + " does not exist.");
  }

  static RuntimeException noSuchRule(String name, String bus) {
    return notFound("Rule %s does not exist on EventBus %s.".formatted(name, bus));
  }

  static RuntimeException notFound(String message) {
    return ResourceNotFoundException.builder().message(message).build();
  }

  static RuntimeException busExists(String name) {
    return ResourceAlreadyExistsException.builder()
        .message("Event bus " + name + " already exists.")
        .build();
  }

  static RuntimeException invalidPattern(String reason) {
    return InvalidEventPatternException.builder()
        .message("Event pattern is not valid. Reason: " + reason)
        .build();
  }

  static RuntimeException limit(String message) {
    return LimitExceededException.builder().message(message).build();
  }

  /** A common error the model does not list. */
  static RuntimeException invalid(String message) {
    return error("ValidationException", 400, message);
  }

  static RuntimeException notImplemented(String what) {
    return error("NotImplemented", 501, "aws-local does not implement " + what);
  }

  private static RuntimeException error(String code, int status, String message) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    return EventBridgeException.builder().statusCode(status).awsErrorDetails(details).build();
  }
}
