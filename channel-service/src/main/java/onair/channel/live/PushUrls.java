package onair.channel.live;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where broadcasters are told to push to: what AWS says, or what the installation says instead.
 *
 * @param url absent until AWS has given an address
 * @param secondUrl for the second pipeline; absent without one
 * @param backupUrl for who is to take over; absent without one
 * @param backupSecondUrl for their second pipeline; absent without one
 */
record PushUrls(
    @Nullable String url,
    @Nullable String secondUrl,
    @Nullable String backupUrl,
    @Nullable String backupSecondUrl) {

  static PushUrls of(Channel channel, ChannelProperties.Ingest told) {
    if (channel.spec().ingest().bySrt()) {
      return new PushUrls(srt(channel, told), null, null, null);
    }
    URI own = told.rtmpUrl();
    Holdings holdings = channel.holdings();
    if (own == null) {
      SpareUrls spare = holdings.spareUrls();
      return spare == null
          ? new PushUrls(holdings.ingestUrl(), null, null, null)
          : new PushUrls(
              holdings.ingestUrl(), spare.second(), spare.backup(), spare.backupSecond());
    }
    ChannelSpec spec = channel.spec();
    String first = own.toString();
    String second = spec.encoding().dual() ? RtmpIngest.second(own).toString() : null;
    return spec.ingest().backup()
        ? new PushUrls(first, second, first, second)
        : new PushUrls(first, second, null, null);
  }

  private static @Nullable String srt(Channel channel, ChannelProperties.Ingest told) {
    return told.srtHost() == null
        ? channel.holdings().ingestUrl()
        : "srt://" + told.srtHost() + ":" + channel.srtPort();
  }
}
