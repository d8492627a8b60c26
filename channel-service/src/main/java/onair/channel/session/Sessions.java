package onair.channel.session;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.channel.session.Session.Recording;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;

/**
 * Follows channels on and off the air: opens a session, closes it, tells both, and says how long
 * what was packaged must stay for its recording. Every method belongs to the caller's transaction,
 * if there is one.
 */
public final class Sessions {

  /** After this a recording that nobody has made does not keep AWS resources any longer. */
  static final Duration RECORDING_DEADLINE = Duration.ofMinutes(10);

  private final SessionStore store;
  private final Outbox outbox;
  private final List<PackagingUse> uses;

  /**
   * @param uses what else is made of what was packaged
   */
  Sessions(SessionStore store, Outbox outbox, List<PackagingUse> uses) {
    this.store = store;
    this.outbox = outbox;
    this.uses = uses;
  }

  /** Takes note of where a channel stands now. */
  public void follow(Broadcast broadcast, Instant now) {
    Optional<Session> open = store.open(broadcast.channelId());
    if (open.isEmpty() && broadcast.liveAt() != null && !broadcast.offAir()) {
      Session session = begin(broadcast, broadcast.liveAt());
      store.insert(session);
      tell("session.started", session, now);
    } else if (open.isPresent() && broadcast.offAir()) {
      Session ended = open.get().ended(now);
      store.update(ended);
      tell("session.ended", ended, now);
    }
  }

  /** Whether what a channel has packaged is still needed, for a recording or another use. */
  public boolean needPackaging(String channelId, Instant now) {
    Instant since = now.minus(RECORDING_DEADLINE);
    return store.recordingSince(channelId, since)
        || uses.stream().anyMatch(use -> use.neededSince(channelId, since));
  }

  /** The last time on air that had begun at that moment, whether or not it had ended. */
  public Optional<TimeOnAir> begunBy(String channelId, Instant moment) {
    return store
        .begunBy(channelId, moment)
        .map(
            session ->
                new TimeOnAir(
                    session.id(), session.startedAt(), session.endedAt(), session.packaging()));
  }

  /** Whether the organization has this channel, or had it and went on air with it. */
  public boolean isChannelKnown(String organizationId, String channelId) {
    return store.isChannelKnown(organizationId, channelId);
  }

  private static Session begin(Broadcast broadcast, Instant liveAt) {
    boolean recorded = broadcast.record() && broadcast.packaging() != null;
    return new Session(
        Ids.next("ses"),
        broadcast.organizationId(),
        broadcast.channelId(),
        broadcast.playbackId(),
        broadcast.name(),
        1,
        liveAt,
        null,
        recorded ? broadcast.askedAt() : null,
        broadcast.packaging(),
        recorded ? Recording.PENDING : Recording.NONE,
        null,
        null);
  }

  private void tell(String type, Session session, Instant now) {
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            type,
            session.organizationId(),
            new DomainEvent.Resource("session", session.id(), session.version()),
            data(session),
            now));
  }

  /** Told of a recorded one: from when to when there is media of it, and where. */
  private static Map<String, Object> data(Session session) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("organization_id", session.organizationId());
    data.put("channel_id", session.channelId());
    data.put("playback_id", session.playbackId());
    data.put("session_id", session.id());
    data.put("name", session.name());
    Instant begun = session.kept() == null ? session.startedAt() : session.kept();
    data.put("started_at", begun.toString());
    if (session.endedAt() != null) {
      data.put("ended_at", session.endedAt().toString());
    }
    data.put("record", session.recording() != Recording.NONE);
    PackagedAt packaging = session.packaging();
    if (packaging != null) {
      data.put("packaging", packaging.told());
    }
    return data;
  }
}
