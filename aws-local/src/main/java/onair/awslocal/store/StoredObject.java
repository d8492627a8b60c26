package onair.awslocal.store;

import java.time.Instant;

/**
 * One whole object as it was when it was asked for; a later overwrite makes another.
 *
 * @param key as the writer gave it, never a path on disk
 * @param size bytes
 * @param etag without quotes: MD5 in hex, or for a multipart upload MD5 of MD5s, a dash and the
 *     number of parts
 * @param modified when the write returned
 * @param file name of the file with its bytes, unique to this write
 */
public record StoredObject(
    String key, long size, String etag, Instant modified, ObjectMeta meta, String file) {}
