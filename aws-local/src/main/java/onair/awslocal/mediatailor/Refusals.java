package onair.awslocal.mediatailor;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.mediatailor.model.BadRequestException;
import software.amazon.awssdk.services.mediatailor.model.MediaTailorException;

/**
 * The ways MediaTailor says no. Its API declares no errors but {@code BadRequestException}, so
 * callers tell a missing configuration by its status.
 */
final class Refusals {

  private static final int NOT_FOUND = 404;

  private Refusals() {}

  /** 400. */
  static BadRequestException invalid(String message) {
    return (BadRequestException) BadRequestException.builder().message(message).build();
  }

  /** 400 when there are as many as there may be. */
  static void requireRoom(long there, int most, String what) {
    if (there >= most) {
      throw invalid("There are at most " + most + " " + what);
    }
  }

  /** 404. */
  static AwsServiceException notFound(String what) {
    return MediaTailorException.builder()
        .statusCode(NOT_FOUND)
        .message(what + " was not found")
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode("NotFoundException")
                .errorMessage(what + " was not found")
                .build())
        .build();
  }
}
