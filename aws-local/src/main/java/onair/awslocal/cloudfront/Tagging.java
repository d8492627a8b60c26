package onair.awslocal.cloudfront;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import onair.awslocal.protocol.CallContext;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.InvalidTaggingException;
import software.amazon.awssdk.services.cloudfront.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudfront.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudfront.model.NoSuchResourceException;
import software.amazon.awssdk.services.cloudfront.model.Tag;
import software.amazon.awssdk.services.cloudfront.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudfront.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudfront.model.Tags;
import software.amazon.awssdk.services.cloudfront.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudfront.model.UntagResourceResponse;

/** Tags of distributions, the only resources here that have any. */
final class Tagging {

  private static final int MAX_TAGS = 50;

  private final CloudFrontState state;

  Tagging(CloudFrontState state) {
    this.state = state;
  }

  TagResourceResponse tag(TagResourceRequest request) {
    Map<String, String> added = checked(request.tags());
    return state.exclusively(
        () -> {
          DistributionRow row = find(request.resource());
          Map<String, String> tags = new TreeMap<>(row.tags());
          tags.putAll(added);
          requireFew(tags);
          state.distributions().put(row.id(), row.tagged(tags));
          return TagResourceResponse.builder().build();
        });
  }

  UntagResourceResponse untag(UntagResourceRequest request) {
    return state.exclusively(
        () -> {
          DistributionRow row = find(request.resource());
          Map<String, String> tags = new TreeMap<>(row.tags());
          request.tagKeys().items().forEach(tags::remove);
          state.distributions().put(row.id(), row.tagged(tags));
          return UntagResourceResponse.builder().build();
        });
  }

  ListTagsForResourceResponse list(ListTagsForResourceRequest request) {
    List<Tag> tags =
        new TreeMap<>(find(request.resource()).tags())
            .entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    return ListTagsForResourceResponse.builder().tags(t -> t.items(tags)).build();
  }

  /**
   * @throws InvalidTaggingException when there are too many, one is named twice, or one has AWS's
   *     own prefix
   */
  static Map<String, String> checked(@Nullable Tags given) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (given == null || !given.hasItems()) {
      return tags;
    }
    for (Tag tag : given.items()) {
      String value = tag.value() == null ? "" : tag.value();
      if (tag.key().toLowerCase(Locale.ROOT).startsWith("aws:")) {
        throw invalid("Tag keys that start with aws: are reserved: " + tag.key());
      }
      if (tags.putIfAbsent(tag.key(), value) != null) {
        throw invalid("The tag key " + tag.key() + " is given twice.");
      }
    }
    requireFew(tags);
    return tags;
  }

  private static void requireFew(Map<String, String> tags) {
    if (tags.size() > MAX_TAGS) {
      throw invalid("A resource has at most " + MAX_TAGS + " tags.");
    }
  }

  private DistributionRow find(String arn) {
    String account = CallContext.current().accountId();
    return state.distributions().list().stream()
        .filter(row -> row.arn().equals(arn) && row.accountId().equals(account))
        .findFirst()
        .orElseThrow(
            () ->
                NoSuchResourceException.builder()
                    .message("The resource " + arn + " does not exist.")
                    .build());
  }

  private static InvalidTaggingException invalid(String message) {
    return InvalidTaggingException.builder().message(message).build();
  }
}
