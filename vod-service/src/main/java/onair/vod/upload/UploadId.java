package onair.vod.upload;

import java.util.Optional;
import onair.common.id.Ids;

/** Id of an upload: {@code up_…}, see {@link Ids}. */
record UploadId(String value) {

  private static final String PREFIX = "up";

  static UploadId next() {
    return new UploadId(Ids.next(PREFIX));
  }

  /** Empty for what cannot be the id of any upload. */
  static Optional<UploadId> parse(String text) {
    return Ids.isValid(PREFIX, text) ? Optional.of(new UploadId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
