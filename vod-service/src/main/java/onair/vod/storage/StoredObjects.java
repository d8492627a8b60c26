package onair.vod.storage;

import java.time.Duration;
import java.util.OptionalLong;

/** StoredObjects in the bucket. Failures of AWS pass as the SDK's exceptions. */
public interface StoredObjects {

  /** Its size in bytes; empty when there is no such object. */
  OptionalLong size(String key);

  /**
   * Some of its bytes, fewer when it ends before.
   *
   * @param offset less than its size
   */
  byte[] read(String key, long offset, int length);

  /** All of a small text, UTF-8; throws when it is longer than a MiB. */
  String text(String key);

  /**
   * Puts a small text there, in place of what there was; readers see either, and never a part.
   *
   * @param contentType as browsers are to take it
   * @param kept how long browsers and the CDN may go on without asking again
   */
  void write(String key, String text, String contentType, Duration kept);

  /**
   * Deletes everything whose key begins so.
   *
   * @return whether nothing of it was there when it was last looked at
   */
  boolean removeAll(String prefix);
}
