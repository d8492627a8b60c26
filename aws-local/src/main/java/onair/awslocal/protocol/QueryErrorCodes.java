package onair.awslocal.protocol;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Error codes of services that once spoke the query protocol and still name errors so in a header,
 * which SDKs show to callers.
 *
 * <p>Source: Smithy 2.0, "awsQueryCompatible trait"; Amazon SQS API reference, errors of each
 * action.
 */
final class QueryErrorCodes {

  private static final String SQS = "AmazonSQS";
  private static final String PREFIX = "AWS.SimpleQueueService.";

  private static final Map<String, String> RENAMED =
      Map.of(
          "QueueDoesNotExist",
          PREFIX + "NonExistentQueue",
          "QueueNameExists",
          "QueueAlreadyExists");

  private static final Set<String> PREFIXED =
      Set.of(
          "BatchEntryIdsNotDistinct",
          "BatchRequestTooLong",
          "EmptyBatchRequest",
          "InvalidBatchEntryId",
          "MessageNotInflight",
          "PurgeQueueInProgress",
          "QueueDeletedRecently",
          "TooManyEntriesInBatchRequest",
          "UnsupportedOperation");

  private QueryErrorCodes() {}

  /** The old code of an error, or null for a service that has none. */
  static @Nullable String of(String targetPrefix, String code) {
    if (!targetPrefix.equals(SQS)) {
      return null;
    }
    return PREFIXED.contains(code) ? PREFIX + code : RENAMED.getOrDefault(code, code);
  }
}
