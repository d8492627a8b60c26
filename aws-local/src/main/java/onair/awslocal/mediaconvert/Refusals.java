package onair.awslocal.mediaconvert;

import software.amazon.awssdk.services.mediaconvert.model.BadRequestException;
import software.amazon.awssdk.services.mediaconvert.model.ConflictException;
import software.amazon.awssdk.services.mediaconvert.model.NotFoundException;

/** MediaConvert's refusals. */
final class Refusals {

  private Refusals() {}

  /** 400: never succeeds as it is. */
  static BadRequestException badRequest(String message) {
    return BadRequestException.builder().message(message).build();
  }

  /** 404. */
  static NotFoundException notFound(String message) {
    return NotFoundException.builder().message(message).build();
  }

  /** 409: not in this state. */
  static ConflictException conflict(String message) {
    return ConflictException.builder().message(message).build();
  }
}
