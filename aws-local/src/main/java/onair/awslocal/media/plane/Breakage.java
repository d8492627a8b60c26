package onair.awslocal.media.plane;

import java.time.Duration;
import onair.awslocal.media.FlowFeed;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.LiveSource;
import onair.awslocal.media.MediaFaults;
import onair.awslocal.media.Pull;
import onair.awslocal.media.encoder.Encoders;
import onair.awslocal.media.pull.Pullers;
import onair.awslocal.media.rtmp.Ingests;
import onair.awslocal.media.srt.FeedHubs;

/** What can be broken of a media plane. */
record Breakage(Encoders encoders, Ingests ingests, FeedHubs feeds, Pullers pullers)
    implements MediaFaults {

  @Override
  public boolean killEncoder(String channelId, int pipeline, Duration time) {
    return encoders.kill(channelId, pipeline, time);
  }

  @Override
  public boolean interrupt(LiveSource source, Duration time) {
    return switch (source) {
      case IngestPoint point -> ingests.interrupt(point, time);
      case FlowFeed feed -> feeds.interrupt(feed, time);
      case Pull pull -> pullers.interrupt(pull, time);
    };
  }
}
