package onair.awslocal.protocol;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * What the query protocol calls the members of structures. The SDK's field lists tell it of
 * services that speak it still; of SQS, which changed to JSON, clients from before send names of
 * their own for lists and maps.
 *
 * <p>Source: the service description of Amazon SQS in botocore 1.29.
 */
record QueryNames(Map<String, String> renamed) {

  static final QueryNames OF_THE_SDK = new QueryNames(Map.of());

  private static final Map<String, String> OF_SQS =
      Map.ofEntries(
          entry("AWSAccountIds", "AWSAccountId"),
          entry("Actions", "ActionName"),
          entry("AttributeNames", "AttributeName"),
          entry("Attributes", "Attribute"),
          entry("BinaryListValues", "BinaryListValue"),
          entry("Failed", "BatchResultErrorEntry"),
          entry("MessageAttributeNames", "MessageAttributeName"),
          entry("MessageAttributes", "MessageAttribute"),
          entry("MessageSystemAttributeNames", "MessageSystemAttributeName"),
          entry("MessageSystemAttributes", "MessageSystemAttribute"),
          entry("Messages", "Message"),
          entry("QueueUrls", "QueueUrl"),
          entry("StringListValues", "StringListValue"),
          entry("TagKeys", "TagKey"),
          entry("Tags", "Tag"),
          entry("queueUrls", "QueueUrl"),
          entry("tags", "Tag"));

  /** In one operation's requests and answers. */
  static QueryNames of(ServiceModel model, String operation) {
    if (!model.changedFromQuery()) {
      return OF_THE_SDK;
    }
    Map<String, String> names = new HashMap<>(OF_SQS);
    names.put("Entries", operation + "RequestEntry");
    names.put("Successful", operation + "ResultEntry");
    return new QueryNames(names);
  }

  /** A member by its name in the SDK's field list. */
  String of(String member) {
    return renamed.getOrDefault(member, member);
  }

  /** The key in each entry of a map with this name in the SDK's field list. */
  String key(String member, MapTrait trait) {
    if (renamed.isEmpty()) {
      return trait.keyLocationName();
    }
    return of(member).equals("Tag") ? "Key" : "Name";
  }

  /** The value in each entry of a map. */
  String value(MapTrait trait) {
    return renamed.isEmpty() ? trait.valueLocationName() : "Value";
  }
}
