package onair.awslocal.mediastore;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.mediastore.model.ContainerInUseException;
import software.amazon.awssdk.services.mediastore.model.ContainerNotFoundException;
import software.amazon.awssdk.services.mediastore.model.LimitExceededException;
import software.amazon.awssdk.services.mediastore.model.MediaStoreException;

/** What is not possible, in MediaStore's words. */
final class Refusals {

  private Refusals() {}

  static ContainerNotFoundException noContainer(String name) {
    return ContainerNotFoundException.builder()
        .message("The specified container was not found: " + name)
        .build();
  }

  static ContainerInUseException inUse(String message) {
    return ContainerInUseException.builder().message(message).build();
  }

  static LimitExceededException limit(String message) {
    return LimitExceededException.builder().message(message).build();
  }

  /** MediaStore's model names no error for a bad document. */
  static MediaStoreException invalid(String message) {
    return (MediaStoreException)
        MediaStoreException.builder()
            .message(message)
            .statusCode(400)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode("ValidationException")
                    .errorMessage(message)
                    .build())
            .build();
  }
}
