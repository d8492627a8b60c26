package onair.vod.asset;

import java.util.Optional;
import onair.common.id.Ids;

/** Id of an asset: {@code as_…}, see {@link Ids}. */
public record AssetId(String value) {

  private static final String PREFIX = "as";

  static AssetId next() {
    return new AssetId(Ids.next(PREFIX));
  }

  /** Empty for what cannot be the id of any asset. */
  static Optional<AssetId> parse(String text) {
    return Ids.isValid(PREFIX, text) ? Optional.of(new AssetId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
