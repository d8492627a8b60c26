package onair.vod.upload;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an upload is, in the user's words. */
enum UploadStatus {
  /** No part has arrived. */
  WAITING,
  /** Some parts have arrived, or all and they are being put together. */
  UPLOADING,
  COMPLETED,
  CANCELLED,
  /** It was not completed in time. */
  TIMED_OUT,
  /** What was sent is lost; only a new upload helps. */
  ERRORED;

  /** Lower case, as in the API and the database. */
  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<UploadStatus> find(String word) {
    return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(UploadStatus::word).toList();
  }

  static UploadStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
