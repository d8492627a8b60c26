package onair.awslocal.mediastore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.Listing;
import onair.awslocal.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * What lies directly in one folder of a container: objects, and folders as long as they hold one.
 */
final class FolderListing {

  private static final int MOST = 1000;

  private final Bucket bucket;

  FolderListing(Bucket bucket) {
    this.bucket = bucket;
  }

  /**
   * One page in the form of the API.
   *
   * @param path of the folder, without slashes at its ends; null or empty for the container
   */
  Map<String, Object> page(@Nullable String path, @Nullable String max, @Nullable String token) {
    String folder = path == null ? "" : path.replaceAll("^/+|/+$", "");
    String prefix = folder.isEmpty() ? "" : folder + "/";
    Listing listing = bucket.list(prefix, "/", decode(token), size(max));
    List<Map<String, Object>> items = new ArrayList<>();
    for (String below : listing.prefixes()) {
      items.add(
          Map.of("Name", below.substring(prefix.length(), below.length() - 1), "Type", "FOLDER"));
    }
    for (StoredObject object : listing.objects()) {
      items.add(
          Map.of(
              "Name", object.key().substring(prefix.length()),
              "Type", "OBJECT",
              "ETag", object.etag(),
              "LastModified", object.modified().getEpochSecond(),
              "ContentType", object.meta().contentType(),
              "ContentLength", object.size()));
    }
    items.sort(Comparator.comparing(item -> String.valueOf(item.get("Name"))));
    Map<String, Object> page = new HashMap<>();
    page.put("Items", items);
    if (listing.next() != null) {
      page.put("NextToken", encode(listing.next()));
    }
    return page;
  }

  private static int size(@Nullable String max) {
    if (max == null) {
      return MOST;
    }
    if (!max.matches("[1-9]\\d{0,3}") || Integer.parseInt(max) > MOST) {
      throw DataRefused.invalid("MaxResults must be 1 to 1000");
    }
    return Integer.parseInt(max);
  }

  private static String encode(String next) {
    return Base64.getUrlEncoder().encodeToString(next.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String decode(@Nullable String token) {
    try {
      return token == null
          ? null
          : new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw DataRefused.invalid("The pagination token is not valid");
    }
  }
}
