package onair.awslocal.sqs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/**
 * What became of a batch: each entry succeeds or fails by itself.
 *
 * @param <R> the result of an entry
 */
record Batch<R>(List<R> successful, List<BatchResultErrorEntry> failed) {

  private static final int MAX_ENTRIES = 10;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  /**
   * Runs an action on each entry. Throws the SDK's exceptions when the batch itself is not valid.
   */
  static <E, R> Batch<R> of(List<E> entries, Function<E, String> id, Function<E, R> action) {
    check(entries.stream().map(id).toList());
    Batch<R> batch = new Batch<>(new ArrayList<>(), new ArrayList<>());
    for (E entry : entries) {
      try {
        batch.successful().add(action.apply(entry));
      } catch (AwsServiceException e) {
        batch.failed().add(failure(id.apply(entry), e));
      }
    }
    return batch;
  }

  private static BatchResultErrorEntry failure(String id, AwsServiceException e) {
    String code =
        e.awsErrorDetails() == null
            ? e.getClass().getSimpleName().replaceFirst("Exception$", "")
            : e.awsErrorDetails().errorCode();
    String message =
        e.awsErrorDetails() == null ? e.getMessage() : e.awsErrorDetails().errorMessage();
    return BatchResultErrorEntry.builder()
        .id(id)
        .code(code)
        .message(message)
        .senderFault(true)
        .build();
  }

  private static void check(List<String> ids) {
    if (ids.isEmpty()) {
      throw EmptyBatchRequestException.builder()
          .message("There should be at least one entry in the request.")
          .build();
    }
    if (ids.size() > MAX_ENTRIES) {
      throw TooManyEntriesInBatchRequestException.builder()
          .message(
              "Maximum number of entries per request are 10. You have sent " + ids.size() + ".")
          .build();
    }
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!ID.matcher(id).matches()) {
        throw InvalidBatchEntryIdException.builder()
            .message(
                "A batch entry id can only contain alphanumeric characters, hyphens and underscores.")
            .build();
      }
      if (!seen.add(id)) {
        throw BatchEntryIdsNotDistinctException.builder()
            .message("Id " + id + " repeated.")
            .build();
      }
    }
  }
}
