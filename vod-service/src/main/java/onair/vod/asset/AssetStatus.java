package onair.vod.asset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an asset is, in the user's words. */
enum AssetStatus {
  /** Its source has not arrived. */
  WAITING_FOR_UPLOAD,
  /** Its source is looked at; nothing is paid for yet. */
  PROBING,
  /** It is being made playable. */
  PROCESSING,
  READY,
  /** It never will be ready; the reason is told. */
  ERRORED,
  /** It is being removed, and is not found once nothing of it is left. */
  DELETED;

  /** Lower case, as in the API and the database. */
  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<AssetStatus> find(String word) {
    return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(AssetStatus::word).toList();
  }
}
