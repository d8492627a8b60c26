package onair.awslocal.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a writer says of an object.
 *
 * @param contentType media type, {@code application/octet-stream} when the writer said none
 * @param cacheControl verbatim; null when the writer said none
 * @param user names without the {@code x-amz-meta-} prefix, lower case
 */
public record ObjectMeta(
    String contentType, @Nullable String cacheControl, Map<String, String> user) {

  public ObjectMeta {
    user = Map.copyOf(user);
  }

  /** Only a media type. */
  public static ObjectMeta of(String contentType) {
    return new ObjectMeta(contentType, null, Map.of());
  }
}
