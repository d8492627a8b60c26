package onair.awslocal.medialive;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.BadRequestException;
import software.amazon.awssdk.services.medialive.model.ConflictException;
import software.amazon.awssdk.services.medialive.model.NotFoundException;

/** MediaLive's plain refusals. Those with findings per element are made by {@link Findings}. */
final class Refusals {

  private Refusals() {}

  /** 400: never succeeds as it is. */
  static BadRequestException badRequest(String message) {
    return BadRequestException.builder().message(message).build();
  }

  /** 404. */
  static NotFoundException notFound(String kind, @Nullable String id) {
    return NotFoundException.builder()
        .message("The " + kind + " with id " + id + " was not found")
        .build();
  }

  /** 409: not in this state. */
  static ConflictException conflict(String message) {
    return ConflictException.builder().message(message).build();
  }
}
