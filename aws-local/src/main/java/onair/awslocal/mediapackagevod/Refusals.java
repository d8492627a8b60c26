package onair.awslocal.mediapackagevod;

import software.amazon.awssdk.services.mediapackagevod.model.NotFoundException;
import software.amazon.awssdk.services.mediapackagevod.model.TooManyRequestsException;
import software.amazon.awssdk.services.mediapackagevod.model.UnprocessableEntityException;

/** The ways MediaPackage VOD says no. */
final class Refusals {

  private Refusals() {}

  /** 422: never succeeds as it is. */
  static UnprocessableEntityException unprocessable(String message) {
    return UnprocessableEntityException.builder().message(message).build();
  }

  /** 404. */
  static NotFoundException notFound(String kind, String id) {
    return NotFoundException.builder().message(kind + " with id " + id + " was not found").build();
  }

  /** 429, which AWS uses for quotas too. */
  static TooManyRequestsException quota(String message) {
    return TooManyRequestsException.builder().message(message).build();
  }
}
