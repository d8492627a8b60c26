package onair.channel.clip;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import onair.channel.clip.ClipSources.ClipSource;
import onair.channel.session.PackagedAt;
import onair.channel.session.Sessions;
import onair.channel.session.TimeOnAir;
import onair.common.id.Ids;
import onair.common.problem.Problems;
import onair.common.time.Times;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down which clips are wanted, within what can still be played. Never talks to AWS. */
final class ClipCommands {

  private final ClipStore store;
  private final ClipSources sources;
  private final Sessions sessions;
  private final ClipEvents events;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  ClipCommands(
      ClipStore store,
      ClipSources sources,
      Sessions sessions,
      ClipEvents events,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.sources = sources;
    this.sessions = sessions;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  Clip create(String organizationId, String channelId, ClipRequest request) {
    Instant now = Times.now(clock);
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              ClipSource source =
                  sources
                      .find(organizationId, channelId)
                      .orElseThrow(() -> Problems.notFound("channel", channelId));
              requireShape(request);
              TimeOnAir latest = latest(source, now);
              Instant start = request.startAt();
              TimeOnAir time =
                  start == null ? latest : sessions.begunBy(channelId, start).orElse(latest);
              Stretch playable = playable(source, time, now);
              Stretch wanted = wanted(request, playable);
              Clip clip = clip(organizationId, source, time, request, wanted, now);
              store.insert(clip);
              events.requested(clip, time);
              return clip;
            }));
  }

  private static void requireShape(ClipRequest request) {
    boolean byEnds = request.startAt() != null || request.endAt() != null;
    if (request.lastSeconds() != null) {
      if (byEnds) {
        throw ClipProblems.oneOrTheOther(
            ClipProblems.LAST_SECONDS, "does not go with start_at and end_at; leave one out");
      }
    } else if (!byEnds) {
      throw ClipProblems.oneOrTheOther(
          ClipProblems.LAST_SECONDS, "is needed, or start_at and end_at");
    } else if (request.startAt() == null) {
      throw ClipProblems.oneOrTheOther(ClipProblems.START_AT, "is needed with end_at");
    } else if (request.endAt() == null) {
      throw ClipProblems.oneOrTheOther(ClipProblems.END_AT, "is needed with start_at");
    } else {
      requireOrder(request.startAt(), request.endAt());
    }
  }

  private static void requireOrder(Instant start, Instant end) {
    boolean tooLong = start.plusSeconds(ClipRequest.LONGEST_SECONDS).isBefore(end);
    if (!start.isBefore(end) || tooLong) {
      throw ClipProblems.notInOrder();
    }
  }

  private TimeOnAir latest(ClipSource source, Instant now) {
    if (source.removed()) {
      throw ClipProblems.beingRemoved(source.status());
    }
    if (!source.clippable()) {
      throw ClipProblems.unsupported();
    }
    return sessions
        .begunBy(source.channelId(), now)
        .orElseThrow(() -> ClipProblems.neverLive(source.status()));
  }

  /** Only where the channel is packaged now: what was there before is gone. */
  private static Stretch playable(ClipSource source, TimeOnAir time, Instant now) {
    PackagedAt packaging = time.packaging();
    Instant since = source.packagedSince();
    boolean kept =
        packaging != null
            && packaging.equals(source.packaging())
            && since != null
            && since.isBefore(time.startedAt());
    return Stretch.playable(
        time.startedAt(), time.endedAt(), kept ? source.startOver() : Duration.ZERO, now);
  }

  private static Stretch wanted(ClipRequest request, Stretch playable) {
    Instant start = request.startAt();
    Instant end = request.endAt();
    boolean byEnds = start != null && end != null;
    if (playable.isEmpty()) {
      throw ClipProblems.nothingKept(byEnds ? ClipProblems.START_AT : ClipProblems.LAST_SECONDS);
    }
    if (start == null || end == null) {
      int seconds = Objects.requireNonNull(request.lastSeconds());
      Stretch last = playable.last(Duration.ofSeconds(seconds));
      if (!playable.holds(last.from())) {
        throw ClipProblems.tooLong(playable);
      }
      return last;
    }
    if (!playable.holds(start)) {
      throw ClipProblems.outside(ClipProblems.START_AT, playable);
    }
    if (!playable.holds(end)) {
      throw ClipProblems.outside(ClipProblems.END_AT, playable);
    }
    return new Stretch(start, end);
  }

  private static Clip clip(
      String organizationId,
      ClipSource source,
      TimeOnAir time,
      ClipRequest request,
      Stretch wanted,
      Instant now) {
    return new Clip(
        Ids.next("clp"),
        organizationId,
        source.channelId(),
        time.sessionId(),
        1,
        request.name(),
        request.metadataOrNone(),
        Clip.Status.PENDING,
        null,
        wanted.from(),
        wanted.to(),
        null,
        now,
        now);
  }
}
