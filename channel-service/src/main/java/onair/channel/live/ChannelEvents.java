package onair.channel.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

/** Tells the rest of the platform what happened to channels, in the caller's transaction. */
final class ChannelEvents {

  private final Outbox outbox;

  ChannelEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  void created(Channel channel) {
    publish("channel.created", channel);
  }

  /** Its description, or where it is served, is another. */
  void updated(Channel channel) {
    publish("channel.updated", channel);
  }

  /** It has another key. */
  void keyRotated(Channel channel) {
    publish("channel.key_rotated", channel);
  }

  /** Who pushed to it was cut off, and it has another key. */
  void kicked(Channel channel) {
    publish("channel.kicked", channel);
  }

  /** {@code channel.<status>}. */
  void statusChanged(Channel channel) {
    publish("channel." + channel.status().word().word(), channel);
  }

  private void publish(String type, Channel channel) {
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            type,
            channel.organizationId(),
            new DomainEvent.Resource("channel", channel.id().value(), channel.version()),
            data(channel),
            channel.updatedAt()));
  }

  /** What other services keep of a channel; the stream key is no part of it. */
  private static Map<String, Object> data(Channel channel) {
    var data = new LinkedHashMap<String, Object>();
    data.put("organization_id", channel.organizationId());
    data.put("playback_id", channel.playbackId());
    data.put("name", channel.name());
    data.put("status", channel.status().word().word());
    data.put("reason", orNull(channel.status().reason()));
    data.put("metadata", channel.metadata());
    data.put("origin", channel.spec().packaging().origin());
    Origin origin = channel.holdings().origin();
    data.put("origin_path", orNull(origin == null ? null : origin.path()));
    data.put("hls", origin == null ? channel.spec().packaging().hls() : origin.hls());
    data.put("dash", orNull(dash(channel, origin)));
    data.put("start_over", startOver(channel));
    AdsSpec ads = channel.spec().ads();
    data.put("ads", Map.of("enabled", ads.enabled(), "slate_asset_id", orNull(ads.slateAssetId())));
    return data;
  }

  /** Since when there is media of the present broadcast, and how far back viewers may go. */
  private static Object startOver(Channel channel) {
    boolean live = channel.desired() == Desired.RUNNING && channel.run().wasLive();
    Duration window = channel.spec().packaging().timeShift();
    if (!live || window.isZero()) {
      return NullNode.getInstance();
    }
    return Map.of(
        "since", channel.run().askedAt().toString(), "window_seconds", window.toSeconds());
  }

  private static @Nullable String dash(Channel channel, @Nullable Origin origin) {
    if (origin != null) {
      return origin.dash();
    }
    return channel.spec().packaging().withDash() ? Origin.DASH : null;
  }

  private static Object orNull(@Nullable String text) {
    return text == null ? NullNode.getInstance() : text;
  }
}
