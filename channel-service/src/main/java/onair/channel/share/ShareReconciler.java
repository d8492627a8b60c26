package onair.channel.share;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import onair.channel.parts.FlowState;
import onair.channel.parts.Flows;
import onair.channel.share.Share.Status;
import onair.channel.srt.SrtPorts;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.ResourceRow;
import onair.common.reconcile.Resources;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes AWS agree with what is wanted of a share: what {@link ShareParts} has while the channel has
 * a flow, nothing while it has none.
 */
final class ShareReconciler implements Reconciler {

  static final String NAME = "share";

  /** Whoever changes the channel or the share wakes it. */
  private static final Duration NOTHING_TO_WATCH = Duration.ofDays(1);

  /** How often it is looked whether a receiver is connected. */
  private static final Duration ON_AIR = Duration.ofSeconds(10);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  private static final Duration REFUSED = Duration.ofSeconds(30);

  private final ShareStore shares;
  private final SrtPorts ports;
  private final Flows flows;
  private final ShareParts parts;
  private final Resources resources;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  ShareReconciler(
      ShareStore shares,
      SrtPorts ports,
      Flows flows,
      ShareParts parts,
      Resources resources,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.shares = shares;
    this.ports = ports;
    this.flows = flows;
    this.parts = parts;
    this.resources = resources;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Share share = shares.find(owner).orElse(null);
    if (share == null) {
      resources.forget(lease);
      return new Outcome.Settled(Duration.ofDays(3650));
    }
    Optional<String> flow = flowOf(share.channelId());
    if (share.deleted()) {
      Outcome left = parts.absent(share, flow, lease);
      return left == null ? forget(share, lease) : left;
    }
    return flow.map(arn -> pass(share, arn, lease)).orElseGet(() -> rest(share, lease));
  }

  /** The flow as the channel has recorded it; one that is being removed is none. */
  private Optional<String> flowOf(String channelId) {
    return resources.of(channelId).stream()
        .filter(row -> row.key().kind().equals(flows.kind()))
        .filter(row -> row.desired() == ResourceRow.Desired.PRESENT)
        .map(ResourceRow::physicalId)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private Outcome pass(Share share, String flow, Lease lease) {
    FlowState state = flows.state(flow).orElse(null);
    if (state != FlowState.ACTIVE && state != FlowState.STANDBY) {
      // A flow that is being changed takes no other change.
      var soon = new Outcome.Waiting("the flow is " + state, LOOK_AGAIN);
      return told(lease, share, meanwhile(share, state), share.address(), null, soon);
    }
    return switch (parts.present(share, flow, lease)) {
      case ShareParts.Made.NotYet(Outcome outcome) -> waiting(lease, share, outcome);
      case ShareParts.Made.There there -> ready(lease, share, there, state == FlowState.ACTIVE);
    };
  }

  private static Status meanwhile(Share share, @Nullable FlowState state) {
    return switch (state) {
      case STARTING -> Status.STARTING;
      case UPDATING, UNKNOWN -> share.status();
      case STANDBY, ACTIVE, STOPPING, DELETING, ERROR -> Status.IDLE;
      case null -> Status.IDLE;
    };
  }

  private Outcome ready(Lease lease, Share share, ShareParts.Made.There there, boolean active) {
    Status status = there.connected() ? Status.CONNECTED : Status.READY;
    return told(
        lease,
        share,
        active ? status : Status.IDLE,
        there.address(),
        null,
        new Outcome.Settled(active ? ON_AIR : NOTHING_TO_WATCH));
  }

  /** There is no flow, so there is nothing to pass on. */
  private Outcome rest(Share share, Lease lease) {
    Outcome left = parts.absent(share, Optional.empty(), lease);
    return told(
        lease,
        share,
        Status.IDLE,
        null,
        null,
        left == null ? new Outcome.Settled(NOTHING_TO_WATCH) : left);
  }

  private Outcome forget(Share share, Lease lease) {
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          shares.delete(share.id());
          ports.release(share.id());
        });
    resources.forget(lease);
    return new Outcome.Settled(Duration.ofDays(3650));
  }

  /** What AWS refuses now it may take later: a flow that was full, a limit that was raised. */
  private Outcome waiting(Lease lease, Share share, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Blocked(String reason) ->
          told(
              lease,
              share,
              Status.ERRORED,
              share.address(),
              "AWS refuses it: " + reason,
              new Outcome.Failed(reason, REFUSED));
      case Outcome.Failed(String reason, Duration after) ->
          told(
              lease,
              share,
              Status.ERRORED,
              share.address(),
              "AWS did not do what we asked, and we keep trying: " + reason,
              outcome);
      case Outcome.Waiting waiting ->
          told(lease, share, Status.STARTING, share.address(), null, outcome);
      case Outcome.Settled settled ->
          told(lease, share, Status.STARTING, share.address(), null, outcome);
    };
  }

  private Outcome told(
      Lease lease,
      Share before,
      Status status,
      @Nullable String address,
      @Nullable String reason,
      Outcome outcome) {
    transactions.executeWithoutResult(
        transaction -> {
          lease.require();
          shares
              .lock(before.id())
              .filter(share -> !share.deleted())
              .ifPresent(
                  share -> {
                    Share after =
                        share.looked(
                            status, address, share.passphrase().redact(reason), Times.now(clock));
                    if (after != share) {
                      shares.update(after);
                    }
                  });
        });
    return outcome;
  }
}
