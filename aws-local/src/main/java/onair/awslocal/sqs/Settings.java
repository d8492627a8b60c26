package onair.awslocal.sqs;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onair.awslocal.policy.MalformedPolicy;
import onair.awslocal.policy.ResourcePolicy;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a queue's attributes mean, with AWS's defaults for those not set.
 *
 * <p>Source: Amazon SQS API Reference, SetQueueAttributes; message size as raised to 1 MiB in
 * August 2025.
 */
record Settings(Map<String, String> attributes) {

  private static final int MAX_MESSAGE = 1_048_576;

  /** An attribute that is a number. */
  private record Range(int min, int max, int otherwise) {}

  private static final Map<String, Range> NUMBERS =
      Map.of(
          "DelaySeconds", new Range(0, 900, 0),
          "MaximumMessageSize", new Range(1024, MAX_MESSAGE, MAX_MESSAGE),
          "MessageRetentionPeriod", new Range(60, 1_209_600, 345_600),
          "ReceiveMessageWaitTimeSeconds", new Range(0, 20, 0),
          "VisibilityTimeout", new Range(0, 43_200, 30));

  private static final JsonMapper JSON = new JsonMapper();

  /** Where messages go that are received too often. */
  record Redrive(String deadLetterArn, int maxReceiveCount) {}

  static Settings of(QueueRow queue) {
    return new Settings(queue.attributes());
  }

  Duration delay() {
    return Duration.ofSeconds(number("DelaySeconds"));
  }

  Duration retention() {
    return Duration.ofSeconds(number("MessageRetentionPeriod"));
  }

  Duration waitTime() {
    return Duration.ofSeconds(number("ReceiveMessageWaitTimeSeconds"));
  }

  Duration visibilityTimeout() {
    return Duration.ofSeconds(number("VisibilityTimeout"));
  }

  int maxMessageSize() {
    return number("MaximumMessageSize");
  }

  Optional<ResourcePolicy> policy() {
    return Optional.ofNullable(attributes.get("Policy")).map(ResourcePolicy::parse);
  }

  Optional<Redrive> redrive() {
    return Optional.ofNullable(attributes.get("RedrivePolicy"))
        .filter(policy -> !policy.isEmpty())
        .map(Settings::redrive);
  }

  /** Set attributes and the defaults of the others. */
  Map<String, String> effective() {
    Map<String, String> all = new TreeMap<>();
    NUMBERS.forEach((name, range) -> all.put(name, Integer.toString(range.otherwise())));
    all.put("SqsManagedSseEnabled", "true");
    all.putAll(attributes);
    return all;
  }

  private int number(String name) {
    String value = attributes.get(name);
    Range range = NUMBERS.get(name);
    if (range == null) {
      throw new IllegalArgumentException(name);
    }
    return value == null ? range.otherwise() : Integer.parseInt(value);
  }

  /**
   * Throws the SDK's exception when AWS would not take these. An empty value takes an attribute
   * away.
   */
  static void check(Map<String, String> attributes) {
    attributes.forEach(
        (name, value) -> {
          if (QueueAttributeName.fromValue(name) == QueueAttributeName.UNKNOWN_TO_SDK_VERSION
              || isReadOnly(name)) {
            throw SqsErrors.invalidAttributeName(name);
          }
          if (!value.isEmpty() && !isValid(name, value)) {
            throw SqsErrors.invalidAttributeValue(name);
          }
        });
  }

  private static boolean isReadOnly(String name) {
    return name.startsWith("Approximate")
        || name.endsWith("Timestamp")
        || name.equals("QueueArn")
        || name.equals("All");
  }

  private static boolean isValid(String name, String value) {
    Range range = NUMBERS.get(name);
    if (range != null) {
      return value.matches("\\d{1,9}")
          && Integer.parseInt(value) >= range.min()
          && Integer.parseInt(value) <= range.max();
    }
    return switch (name) {
      case "Policy" -> isPolicy(value);
      case "RedrivePolicy" -> isRedrive(value);
      case "FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit" ->
          throw SqsErrors.standardOnly(name);
      default ->
          true; // encryption and redrive permissions are kept and shown, and change nothing here
    };
  }

  private static boolean isPolicy(String value) {
    try {
      ResourcePolicy.parse(value);
      return true;
    } catch (MalformedPolicy e) {
      return false;
    }
  }

  private static boolean isRedrive(String value) {
    try {
      Redrive redrive = redrive(value);
      return redrive.deadLetterArn().startsWith("arn:aws:sqs:")
          && redrive.maxReceiveCount() >= 1
          && redrive.maxReceiveCount() <= 1000;
    } catch (JacksonException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The count is a number or, as many tools write it, a number in quotes. */
  private static Redrive redrive(String json) {
    JsonNode policy = JSON.readTree(json);
    return new Redrive(
        policy.path("deadLetterTargetArn").asString(""),
        Integer.parseInt(policy.path("maxReceiveCount").asString("10")));
  }
}
