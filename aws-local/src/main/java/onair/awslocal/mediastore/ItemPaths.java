package onair.awslocal.mediastore;

import java.util.regex.Pattern;

/** Names of objects. Source: MediaStore Data API Reference, {@code PutObject}, Path. */
final class ItemPaths {

  private static final int LONGEST = 900;
  private static final Pattern OBJECT =
      Pattern.compile("(?:[A-Za-z0-9_.~-]+/){0,10}[A-Za-z0-9_.~-]+");

  private ItemPaths() {}

  static void require(String path) {
    if (path.length() > LONGEST || !OBJECT.matcher(path).matches()) {
      throw DataRefused.invalid(
          "A path has at most 900 letters, digits, _ . - ~ in at most 10 folders: " + path);
    }
  }
}
