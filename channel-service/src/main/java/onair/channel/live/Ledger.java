package onair.channel.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onair.channel.operation.Operation;
import onair.channel.operation.OperationStatus;
import onair.channel.operation.OperationStore;
import onair.channel.parts.Companions;
import onair.channel.parts.PushTarget;
import onair.channel.parts.Pushing;
import onair.channel.parts.Simulcasts;
import onair.channel.session.Broadcast;
import onair.channel.session.PackagedAt;
import onair.channel.session.Sessions;
import onair.channel.srt.SrtPorts;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.ResourceRow;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what a look at AWS means for the channel: its status, its operation and the event, in
 * one transaction that only the holder of the lease can commit.
 */
final class Ledger {

  private final ChannelStore channels;
  private final OperationStore operations;
  private final ChannelEvents events;
  private final SrtPorts ports;
  private final List<Companions> companions;
  private final Sessions sessions;
  private final Simulcasts simulcasts;
  private final Billing billing;
  private final StatusRules rules;
  private final ChannelProperties properties;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  Ledger(
      Books books,
      ChannelProperties properties,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.channels = books.channels();
    this.operations = books.operations();
    this.events = books.events();
    this.ports = books.ports();
    this.companions = books.companions();
    this.sessions = books.sessions();
    this.simulcasts = books.simulcasts();
    this.billing = books.billing();
    this.rules = new StatusRules(properties.deadlines());
    this.properties = properties;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What is written in the same transaction. */
  record Books(
      ChannelStore channels,
      OperationStore operations,
      ChannelEvents events,
      SrtPorts ports,
      List<Companions> companions,
      Sessions sessions,
      Simulcasts simulcasts,
      Billing billing) {}

  Optional<Channel> read(ChannelId id) {
    return channels.find(id);
  }

  /** Before anything is made: what it is made from. */
  Channel intend(Lease lease, Channel channel) {
    Channel intending =
        transactions.execute(
            status -> {
              lease.require();
              Channel now = channels.lock(channel.id()).orElse(channel);
              Channel built =
                  now.looked(
                      now.desired(),
                      now.status(),
                      now.run(),
                      now.holdings().builtFrom(now.spec()),
                      Times.now(clock));
              channels.update(built);
              return built;
            });
    return Objects.requireNonNull(intending);
  }

  /**
   * @param before the channel as it was when the look began
   * @param rows its resources as they are after it
   * @return when to look again
   */
  Outcome write(Lease lease, Channel before, Look look, List<ResourceRow> rows) {
    Outcome outcome =
        transactions.execute(
            status -> {
              lease.require();
              return channels
                  .lock(before.id())
                  .map(
                      now ->
                          now.operationId().equals(before.operationId())
                              ? write(before, now, look, rows)
                              : overtaken(now, look))
                  .orElse(look.outcome());
            });
    return Objects.requireNonNull(outcome);
  }

  /** The user has asked for something else meanwhile: only what there is in AWS still counts. */
  private Outcome overtaken(Channel now, Look look) {
    channels.update(
        now.looked(now.desired(), now.status(), now.run(), look.holdings(), Times.now(clock)));
    return new Outcome.Waiting("the user has asked for something else", Duration.ZERO);
  }

  private Outcome write(Channel before, Channel now, Look look, List<ResourceRow> rows) {
    Instant at = Times.now(clock);
    billing.follow(now, look, rows, at);
    follow(now, look, at);
    if (look.gone()) {
      sessions.follow(broadcast(now, now.run(), look, true), at);
      channels.delete(now.id());
      ports.release(now.id().value());
      progress(now, look.seen(), rows, OperationStatus.SUCCEEDED, null, at);
      return look.outcome();
    }
    // The key may have been changed since the look began.
    String trouble = before.streamKey().redact(look.seen().trouble());
    Seen seen = look.seen().trouble(redact(now, trouble), look.seen().refused());
    Run run = before.run().after(now.desired(), seen, properties.alertGrace(), at);
    if (now.run().judgedAt() != null) {
      run = run.judged(now.run().judgedAt());
    }
    Optional<String> failure = rules.giveUp(now.desired(), run, seen, at);
    if (failure.isPresent()) {
      return giveUp(now, run.failed(failure.get(), at), seen, look, rows, at);
    }
    tell(now, now.desired(), run, seen, look, at);
    progress(now, seen, rows, operationStatus(now, run, look, seen, at), seen.trouble(), at);
    return look.outcome();
  }

  /** Nothing is told of those it is pushed to after a look that could not see the encoder. */
  private void follow(Channel channel, Look look, Instant at) {
    Seen seen = look.seen();
    ChannelSpec built = look.holdings().built();
    if (seen.reached()) {
      boolean runs = seen.encoder() != null && seen.encoder().runs();
      simulcasts.follow(
          channel.id().value(),
          new Pushing(
              built == null ? List.of() : built.targets(),
              runs,
              runs && !seen.missesInput(),
              seen.failing(),
              at));
    }
  }

  /** What anybody may read: AWS repeats in its messages what it was sent. */
  private @Nullable String redact(Channel channel, @Nullable String text) {
    String redacted = channel.streamKey().redact(text);
    return redacted == null
        ? null
        : PushTarget.redact(redacted, simulcasts.of(channel.id().value()));
  }

  /** From here on it is a channel that is wanted stopped, and says why. */
  private Outcome giveUp(
      Channel now, Run failed, Seen seen, Look look, List<ResourceRow> rows, Instant at) {
    tell(now, Desired.STOPPED, failed, seen, look, at);
    progress(now, seen, rows, OperationStatus.FAILED, failed.failure(), at);
    return new Outcome.Waiting("the start was given up", Duration.ZERO);
  }

  private void tell(Channel now, Desired desired, Run run, Seen seen, Look look, Instant at) {
    boolean hasBuilt = look.holdings().built() != null;
    ChannelStatus status = rules.status(desired, run, seen, hasBuilt, now.status(), at);
    Channel after = now.looked(desired, status, run, look.holdings(), at);
    sessions.follow(broadcast(after, run, look, isOffAir(desired, seen, look)), at);
    if (after.equals(now)) {
      return;
    }
    channels.update(after);
    companions.forEach(companion -> companion.channelMoved(now.id().value()));
    if (status.word() != now.status().word()) {
      events.statusChanged(after);
    } else if (!Objects.equals(after.holdings().origin(), now.holdings().origin())) {
      events.updated(after);
    }
  }

  /** While a channel is taken apart, only its encoder being gone says that nothing runs. */
  private static boolean isOffAir(Desired desired, Seen seen, Look look) {
    return switch (desired) {
      case RUNNING -> false;
      case STOPPED, READY, DISABLED -> seen.rests();
      case DELETED -> look.holdings().encoderId() == null;
    };
  }

  private static Broadcast broadcast(Channel channel, Run run, Look look, boolean offAir) {
    Origin origin = look.holdings().origin();
    boolean recordable = channel.spec().packaging().byV2();
    return new Broadcast(
        channel.organizationId(),
        channel.id().value(),
        channel.playbackId(),
        channel.name(),
        channel.spec().record(),
        run.askedAt(),
        run.liveAt(),
        offAir,
        origin == null || !recordable ? null : PackagedAt.of(origin.path()).orElse(null));
  }

  private OperationStatus operationStatus(Channel now, Run run, Look look, Seen seen, Instant at) {
    boolean runs = seen.encoder() != null && seen.encoder().runs();
    boolean rests = seen.rests();
    boolean done =
        switch (now.desired()) {
          case RUNNING -> runs;
          case STOPPED -> rests;
          case DISABLED -> rests && look.holdings().built() == null;
          case READY -> seen.startable();
          case DELETED -> false;
        };
    if (done) {
      return OperationStatus.SUCCEEDED;
    }
    return rules.stuck(now.desired(), run, at) ? OperationStatus.STUCK : OperationStatus.RUNNING;
  }

  private void progress(
      Channel channel,
      Seen seen,
      List<ResourceRow> rows,
      OperationStatus status,
      @Nullable String reason,
      Instant at) {
    operations
        .find(channel.operationId())
        .filter(operation -> !operation.status().ended())
        .ifPresent(
            operation -> {
              var steps =
                  ChannelOperations.steps(
                      operation, rows, seen, words -> redact(channel, words), at);
              Operation progressed = operation.progress(status, reason, steps, at);
              if (!progressed.equals(operation)) {
                operations.update(progressed);
              }
            });
  }
}
