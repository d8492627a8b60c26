package onair.channel.live;

/**
 * What a user wants a channel's broadcasts to be. Values are those the API takes; each is checked
 * before it gets here.
 *
 * @param protocol how the broadcaster pushes: {@code rtmp}
 * @param ladder name of a {@link onair.channel.ladder.Ladder}
 * @param latency {@code standard}
 * @param origin who packages: {@code mediapackage}
 * @param pipelines {@code single}
 * @param dvrWindowSeconds how far back viewers may go, 0 to 14 days
 * @param record whether each broadcast is kept as an asset; no channel has it yet
 */
record ChannelSpec(
    String protocol,
    String ladder,
    String latency,
    String origin,
    String pipelines,
    int dvrWindowSeconds,
    boolean record) {

  static final int LONGEST_DVR_WINDOW_SECONDS = 1_209_600;

  static final ChannelSpec DEFAULT =
      new ChannelSpec("rtmp", "720p", "standard", "mediapackage", "single", 3600, false);
}
