package onair.channel.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import onair.channel.ladder.Ladder;
import onair.channel.ladder.Ladders;

/**
 * What a user wants a channel's broadcasts to be. Values are those the API takes; each is checked
 * before it gets here, and what goes together by {@link SpecRules}.
 *
 * @param record whether each broadcast is kept as an asset
 * @param ads whether ads may be put in
 * @param targets ids of those it is pushed to besides, as of its last start or stop
 */
record ChannelSpec(
    IngestSpec ingest,
    EncodingSpec encoding,
    PackagingSpec packaging,
    boolean record,
    AdsSpec ads,
    List<String> targets) {

  static final ChannelSpec DEFAULT =
      new ChannelSpec(
          IngestSpec.DEFAULT, EncodingSpec.DEFAULT, PackagingSpec.DEFAULT, false, AdsSpec.NONE);

  ChannelSpec {
    // What was written down before there were any has none.
    targets = targets == null ? List.of() : List.copyOf(targets);
  }

  /** Pushed to nobody. */
  ChannelSpec(
      IngestSpec ingest,
      EncodingSpec encoding,
      PackagingSpec packaging,
      boolean record,
      AdsSpec ads) {
    this(ingest, encoding, packaging, record, ads, List.of());
  }

  /** The same with other renditions. */
  ChannelSpec encoding(EncodingSpec newEncoding) {
    return new ChannelSpec(ingest, newEncoding, packaging, record, ads, targets);
  }

  /** The same, pushed to these. */
  ChannelSpec pushedTo(List<String> newTargets) {
    return new ChannelSpec(ingest, encoding, packaging, record, ads, newTargets);
  }

  /** What the encoder makes: its ladder, at the pace viewers are served. */
  @JsonIgnore
  Ladder renditions(Ladders bundled) {
    return packaging.paced(encoding.renditions(bundled));
  }

  /** The same with recordings kept, or not. */
  ChannelSpec recorded(boolean kept) {
    return new ChannelSpec(ingest, encoding, packaging, kept, ads);
  }

  /** The same with another key for who contributes. */
  ChannelSpec rotated() {
    return new ChannelSpec(ingest.rotated(), encoding, packaging, record, ads, targets);
  }
}
