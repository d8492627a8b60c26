package onair.awslocal.medialive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;
import software.amazon.awssdk.services.medialive.model.ValidationError;

/** What is wrong with a channel, element by element, all of it at once. */
final class Findings {

  private final List<ValidationError> errors = new ArrayList<>();

  /**
   * @param path of the element, such as {@code outputGroups[0].outputs[1].videoDescriptionName}
   */
  void add(String path, String message) {
    errors.add(ValidationError.builder().elementPath(path).errorMessage(message).build());
  }

  void require(boolean holds, String path, String message) {
    if (!holds) {
      add(path, message);
    }
  }

  /** 422 when anything was found. */
  void refuse() {
    if (!errors.isEmpty()) {
      throw UnprocessableEntityException.builder()
          .message(
              errors.stream()
                  .map(error -> error.elementPath() + " " + error.errorMessage())
                  .collect(Collectors.joining("; ")))
          .validationErrors(errors)
          .build();
    }
  }
}
