package onair.awslocal.secretsmanager;

import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets Manager's refusals, in its own words. */
final class Refusals {

  private Refusals() {}

  static InvalidParameterException invalidParameter(String message) {
    return InvalidParameterException.builder().message(message).build();
  }

  static InvalidRequestException invalidRequest(String message) {
    return InvalidRequestException.builder().message(message).build();
  }

  static ResourceExistsException exists(String message) {
    return ResourceExistsException.builder().message(message).build();
  }

  static ResourceNotFoundException noSecret() {
    return notFound("Secrets Manager can't find the specified secret.");
  }

  static ResourceNotFoundException notFound(String message) {
    return ResourceNotFoundException.builder().message(message).build();
  }
}
