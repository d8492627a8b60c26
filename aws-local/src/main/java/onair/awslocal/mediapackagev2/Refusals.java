package onair.awslocal.mediapackagev2;

import software.amazon.awssdk.services.mediapackagev2.model.ConflictException;
import software.amazon.awssdk.services.mediapackagev2.model.ConflictExceptionType;
import software.amazon.awssdk.services.mediapackagev2.model.ResourceNotFoundException;
import software.amazon.awssdk.services.mediapackagev2.model.ResourceTypeNotFound;
import software.amazon.awssdk.services.mediapackagev2.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationException;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;

/** The ways MediaPackage v2 says no. */
final class Refusals {

  private Refusals() {}

  /** 409. */
  static ConflictException conflict(ConflictExceptionType type, String message) {
    return ConflictException.builder().conflictExceptionType(type).message(message).build();
  }

  /** 404. */
  static ResourceNotFoundException notFound(ResourceTypeNotFound type, String path) {
    return ResourceNotFoundException.builder()
        .resourceTypeNotFound(type)
        .message("The specified resource was not found: " + path)
        .build();
  }

  /** 400. */
  static ValidationException invalid(ValidationExceptionType type, String message) {
    return ValidationException.builder().validationExceptionType(type).message(message).build();
  }

  /** 402. */
  static ServiceQuotaExceededException quota(String message) {
    return ServiceQuotaExceededException.builder().message(message).build();
  }
}
