package onair.account.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every kind of event organizations are told of; {@code docs/events.md} is checked against it. */
final class PublicEvents {

  private static final List<String> CHANNEL =
      List.of("name", "status", "reason", "playback_id", "origin", "ads", "metadata");
  private static final List<String> ASSET =
      List.of(
          "name",
          "status",
          "reason",
          "playback_id",
          "duration_seconds",
          "width",
          "height",
          "metadata");
  private static final List<String> PROGRESS =
      List.of("name", "status", "phase", "percent", "playback_id");
  private static final List<String> CAPTION =
      List.of("asset_id", "name", "language", "status", "reason", "metadata");
  private static final List<String> TIMER =
      List.of("channel_id", "playback_id", "timer", "stops_at");
  private static final List<String> SIMULCAST_TARGET =
      List.of("channel_id", "name", "status", "reason", "metadata");
  private static final List<String> BROADCAST =
      List.of("channel_id", "playback_id", "start_at", "stop_at", "reason", "metadata");
  private static final List<String> RECORDING =
      List.of("channel_id", "session_id", "asset_id", "reason");
  private static final List<String> CLIP =
      List.of(
          "channel_id",
          "session_id",
          "name",
          "start_at",
          "end_at",
          "asset_id",
          "reason",
          "metadata");
  private static final List<String> SESSION =
      List.of("channel_id", "playback_id", "name", "started_at", "ended_at", "record");
  private static final List<String> AD_BREAK =
      List.of("channel_id", "playback_id", "duration_seconds", "metadata");
  private static final List<String> AD_CONFIGURATION = List.of("playback_id");
  private static final List<String> ORPHAN = List.of("kind", "physical_id", "resource", "state");
  private static final List<String> DRIFT =
      List.of("kind", "physical_id", "owner_id", "field", "wanted", "found");
  private static final List<String> BUDGET =
      List.of("channel_id", "month", "limit", "spent", "currency");
  private static final List<String> WEBHOOK = List.of("url", "reason", "metadata");
  private static final List<String> WEBHOOK_TEST = List.of("url", "metadata");
  private static final String SIGNALLED = "ad_break.signalled";
  private static final Map<String, PublicEvent> ALL = all();

  private PublicEvents() {}

  static Optional<PublicEvent> find(String type) {
    return Optional.ofNullable(ALL.get(type));
  }

  /** By type, in the order of the documentation. */
  static Map<String, PublicEvent> known() {
    return ALL;
  }

  private static Map<String, PublicEvent> all() {
    var all = new Collected();
    all.add("channel.created", "There is a new channel.", CHANNEL);
    all.add("channel.updated", "Its description, or where it is served, is another.", CHANNEL);
    all.add("channel.starting", "It is being made ready.", CHANNEL);
    all.add("channel.waiting", "It is ready; the encoder has not connected.", CHANNEL);
    all.add("channel.live", "Viewers can watch.", CHANNEL);
    all.add("channel.reconnecting", "The encoder is gone; the channel waits for it.", CHANNEL);
    all.add("channel.stopping", "It is going off the air.", CHANNEL);
    all.add("channel.idle", "It is off the air and costs nothing.", CHANNEL);
    all.add("channel.disabled", "It is off the air and refuses to be started.", CHANNEL);
    all.add("channel.failed", "It could not be started or stopped; reason says why.", CHANNEL);
    all.add("channel.key_rotated", "It has another key.", CHANNEL);
    all.add("channel.kicked", "Who pushed was cut off, and it has another key.", CHANNEL);
    all.add("channel.deleted", "It is gone.", CHANNEL);
    all.add(
        "channel.simulcast_target.errored",
        "A server it is pushed to does not take it; it is tried again.",
        SIMULCAST_TARGET);
    all.add("timer.warning", "A channel is taken off the air at stops_at.", TIMER);
    all.add("timer.elapsed", "A channel is taken off the air; timer says why.", TIMER);
    all.add("broadcast.scheduled", "A broadcast was planned.", BROADCAST);
    all.add("broadcast.preparing", "It begins soon; the channel is made ready.", BROADCAST);
    all.add("broadcast.on_air", "The channel was started for it.", BROADCAST);
    all.add("broadcast.ended", "The channel is taken off the air; reason says why.", BROADCAST);
    all.add("broadcast.cancelled", "It will not be.", BROADCAST);
    all.add("broadcast.missed", "The channel could not be started in time.", BROADCAST);
    all.add("session.started", "A channel went on the air.", SESSION);
    all.add("session.ended", "A channel went off the air.", SESSION);
    all.add("recording.ready", "A broadcast can be watched as an asset.", RECORDING);
    all.add("recording.errored", "A broadcast was not recorded; reason says why.", RECORDING);
    all.add("clip.requested", "A stretch of a broadcast is wanted as an asset.", CLIP);
    all.follow("clip.ready", "It can be watched as an asset.", CLIP, "clip.requested");
    all.follow("clip.failed", "It could not be made; reason says why.", CLIP, "clip.requested");
    all.add("asset.created", "There is a new asset.", ASSET);
    all.add("asset.updated", "Its description is another.", ASSET);
    all.add("asset.waiting_for_upload", "Its source has not arrived.", ASSET);
    all.add("asset.probing", "Its source is looked at.", ASSET);
    all.add("asset.processing", "It is being made playable.", ASSET);
    all.addFrequent(
        "asset.progress",
        "It has come further: another phase, or another tenth of the way; 100 when ready.",
        PROGRESS);
    all.add("asset.ready", "It can be watched.", ASSET);
    all.add("asset.errored", "It never will be ready; reason says why.", ASSET);
    all.add("asset.deleted", "It is being removed.", ASSET);
    all.add("asset.caption.ready", "Viewers can choose it.", CAPTION);
    all.add("asset.caption.errored", "It never will be ready; reason says why.", CAPTION);
    all.add("asset.caption.deleted", "It is gone.", CAPTION);
    all.add("ad_break.scheduled", "A break is planned.", AD_BREAK);
    all.add("ad_break.signalled", "Players are told of the break.", AD_BREAK);
    all.add("ad_break.failed", "The break could not be signalled.", AD_BREAK);
    all.add("ad_break.cancelled", "The break is not made.", AD_BREAK);
    all.follow("ad_break.filled", "Every viewer got ads for all of it.", AD_BREAK, SIGNALLED);
    all.follow(
        "ad_break.underfilled", "Somebody got ads for a part of it only.", AD_BREAK, SIGNALLED);
    all.follow("ad_break.slate", "Nobody got an ad.", AD_BREAK, SIGNALLED);
    all.add("ad_configuration.ready", "Viewers are led through ads.", AD_CONFIGURATION);
    all.add("ad_configuration.deleted", "Viewers are led through ads no more.", AD_CONFIGURATION);
    all.add("orphan.found", "Something in AWS belongs to nobody.", ORPHAN);
    all.add("orphan.removed", "It is gone by our doing.", ORPHAN);
    all.add("orphan.cleared", "It went, or is somebody's, without our doing.", ORPHAN);
    all.add("drift.detected", "A setting in AWS is not as asked for.", DRIFT);
    all.add("drift.repaired", "It is as asked for again by our doing.", DRIFT);
    all.add("drift.cleared", "It is as asked for again without our doing.", DRIFT);
    all.add("budget.warning", "Most of a budget is spent.", BUDGET);
    all.add("budget.exceeded", "It is spent: what it covers is stopped.", BUDGET);
    all.add("webhook.disabled", "Nothing is sent there any more; reason says why.", WEBHOOK);
    all.add(
        EventLog.WEBHOOK_TEST,
        "It was asked for, to try the webhook: it alone is sent it, whatever its types.",
        WEBHOOK_TEST);
    return all.byType();
  }

  /** In the order they were added. */
  private record Collected(Map<String, PublicEvent> byType) {

    Collected() {
      this(new LinkedHashMap<>());
    }

    void add(String type, String says, List<String> fields) {
      byType.put(type, new PublicEvent(type, says, fields, null, false));
    }

    /** There are many of it for each resource. */
    void addFrequent(String type, String says, List<String> fields) {
      byType.put(type, new PublicEvent(type, says, fields, null, true));
    }

    /** What became of it is told by another service, after what the channel service tells. */
    void follow(String type, String says, List<String> fields, String first) {
      byType.put(type, new PublicEvent(type, says, fields, first, false));
    }
  }
}
