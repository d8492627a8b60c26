package onair.awslocal.mediaconvert;

import software.amazon.awssdk.services.mediaconvert.model.BadRequestException;
import software.amazon.awssdk.services.mediaconvert.model.ConflictException;
import software.amazon.awssdk.services.mediaconvert.model.NotFoundException;
import software.amazon.awssdk.services.mediaconvert.model.ServiceQuotaExceededException;

/** MediaConvert's refusals. */
final class Refusals {

  /** The model on the class path is older than this error. */
  private static final int HTTP_PAYMENT_REQUIRED = 402;

  private Refusals() {}

  /** 400: never succeeds as it is. */
  static BadRequestException badRequest(String message) {
    return BadRequestException.builder().message(message).build();
  }

  /** 404. */
  static NotFoundException notFound(String message) {
    return NotFoundException.builder().message(message).build();
  }

  /** 402: there are as many as there may be. */
  static ServiceQuotaExceededException quota(String message) {
    return ServiceQuotaExceededException.builder()
        .message(message)
        .statusCode(HTTP_PAYMENT_REQUIRED)
        .build();
  }

  /** 409: not in this state. */
  static ConflictException conflict(String message) {
    return ConflictException.builder().message(message).build();
  }
}
