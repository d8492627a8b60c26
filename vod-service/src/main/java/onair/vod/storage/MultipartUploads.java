package onair.vod.storage;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Uploads in parts to the bucket. Failures of AWS pass as the SDK's exceptions. */
public interface MultipartUploads {

  /**
   * A part that S3 has.
   *
   * @param number from 1
   * @param etag without quotes
   * @param size in bytes
   */
  record Part(int number, String etag, long size) {}

  /** An upload S3 waits for more parts of. */
  record Pending(String key, String uploadId, Instant initiated) {}

  /** What became of asking S3 to put the parts together. */
  enum Completion {
    DONE,
    /** S3 does not know the upload: it was completed before, aborted, or waited too long. */
    UNKNOWN_UPLOAD,
    /** S3 does not accept these parts. */
    REFUSED
  }

  /** Begins one and returns its id; the same key may have several. */
  String begin(String key, String contentType);

  /** Parts that are there, by number; empty when S3 does not know the upload. */
  Optional<List<Part>> parts(String key, String uploadId);

  /** Puts the parts together as one object. */
  Completion complete(String key, String uploadId, List<Part> parts);

  /** Gives up an upload and frees its parts; one that is not there is fine. */
  void abort(String key, String uploadId);

  /** Every upload that waits, for keys that begin so. */
  List<Pending> pending(String prefix);

  /** An address to which one part can be sent with PUT, by anybody, for a while. */
  URI sign(String key, String uploadId, int number, Duration validity);
}
