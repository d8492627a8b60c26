package onair.awslocal.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a writer says of an object.
 *
 * @param contentType media type, {@code application/octet-stream} when the writer said none
 * @param cacheControl verbatim; null when the writer said none
 * @param headers further headers every reader gets, by lower-case name, such as {@code
 *     content-disposition}
 * @param user names without the {@code x-amz-meta-} prefix, lower case
 * @param checksums of all bytes in Base64, by lower-case algorithm, such as {@code crc32}
 */
public record ObjectMeta(
    String contentType,
    @Nullable String cacheControl,
    Map<String, String> headers,
    Map<String, String> user,
    Map<String, String> checksums) {

  public ObjectMeta {
    headers = copy(headers); // rows of earlier versions have neither
    user = Map.copyOf(user);
    checksums = copy(checksums);
  }

  /** Without further headers and checksums. */
  public ObjectMeta(String contentType, @Nullable String cacheControl, Map<String, String> user) {
    this(contentType, cacheControl, Map.of(), user, Map.of());
  }

  /** Only a media type. */
  public static ObjectMeta of(String contentType) {
    return new ObjectMeta(contentType, null, Map.of());
  }

  /** The same with these checksums and no others. */
  public ObjectMeta with(Map<String, String> otherChecksums) {
    return new ObjectMeta(contentType, cacheControl, headers, user, otherChecksums);
  }

  private static Map<String, String> copy(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : Map.copyOf(map);
  }
}
