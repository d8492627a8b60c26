package onair.account.limit;

import java.util.Locale;

/** What is counted. */
enum Kind {
  KEY,
  ORGANIZATION,
  ADDRESS;

  /** The name of one bucket of this kind. */
  String bucket(String id) {
    return name().toLowerCase(Locale.ROOT) + ":" + id;
  }
}
