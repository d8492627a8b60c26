package onair.channel.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import onair.channel.ladder.Ladder;
import onair.channel.ladder.Ladders;

/**
 * What a user wants a channel's broadcasts to be. Values are those the API takes; each is checked
 * before it gets here, and what goes together by {@link SpecRules}.
 *
 * @param record whether each broadcast is kept as an asset
 * @param ads whether ads may be put in
 */
record ChannelSpec(
    IngestSpec ingest,
    EncodingSpec encoding,
    PackagingSpec packaging,
    boolean record,
    AdsSpec ads) {

  static final ChannelSpec DEFAULT =
      new ChannelSpec(
          IngestSpec.DEFAULT, EncodingSpec.DEFAULT, PackagingSpec.DEFAULT, false, AdsSpec.NONE);

  /** What the encoder makes: its ladder, at the pace viewers are served. */
  @JsonIgnore
  Ladder renditions(Ladders bundled) {
    return packaging.paced(encoding.renditions(bundled));
  }

  /** The same with another key for who contributes. */
  ChannelSpec rotated() {
    return new ChannelSpec(ingest.rotated(), encoding, packaging, record, ads);
  }
}
