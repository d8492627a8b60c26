package onair.awslocal.mediaconnect;

import software.amazon.awssdk.services.mediaconnect.model.BadRequestException;
import software.amazon.awssdk.services.mediaconnect.model.NotFoundException;

/** MediaConnect's plain refusals. It answers 400 also for what does not fit a flow's state. */
final class Refusals {

  private Refusals() {}

  static BadRequestException badRequest(String message) {
    return BadRequestException.builder().message(message).build();
  }

  static NotFoundException notFound(String arn) {
    return NotFoundException.builder().message("The resource " + arn + " was not found").build();
  }
}
