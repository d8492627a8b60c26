package onair.common.id;

import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Public ids: {@code <prefix>_<26 characters>}, for example {@code ch_06d4x8k2…}. The characters
 * are a UUIDv7 in lower case Crockford base 32, so ids of one process sort by the order they were
 * made in, and ids of several by time. An id is not a secret.
 *
 * <p>Source: RFC 9562 section 5.7 and method 2 of section 6.2 (monotonic random).
 */
public final class Ids {

  private static final UuidSequence SEQUENCE =
      new UuidSequence(InstantSource.system(), new SecureRandom());

  private Ids() {}

  /**
   * A new id.
   *
   * @param prefix kind of thing, lower case letters, without the underscore
   */
  public static String next(String prefix) {
    return prefix + "_" + Crockford.encode(SEQUENCE.next());
  }

  /**
   * Whether the text has the exact form of an id with this prefix. Says nothing about whether such
   * a thing exists.
   */
  public static boolean isValid(String prefix, String text) {
    int start = prefix.length() + 1;
    return text.length() == start + Crockford.LENGTH
        && text.startsWith(prefix)
        && text.charAt(prefix.length()) == '_'
        && Crockford.decode(text.substring(start))
            .filter(uuid -> uuid.version() == 7 && uuid.variant() == 2)
            .isPresent();
  }
}
