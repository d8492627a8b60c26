package onair.channel.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.Whereabouts.Entry;
import onair.channel.live.Whereabouts.Part;
import onair.channel.operation.OperationStore;
import onair.common.plan.Plan.QuotaUse;
import onair.common.reconcile.ResourceRow;
import onair.common.reconcile.Resources;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of a channel for those who explain it. */
public final class ChannelWhereabouts {

  private final ChannelStore channels;
  private final OperationStore operations;
  private final Resources resources;
  private final ChannelQuotas quotas;
  private final ChannelProperties properties;

  ChannelWhereabouts(
      ChannelStore channels,
      OperationStore operations,
      Resources resources,
      ChannelQuotas quotas,
      ChannelProperties properties) {
    this.channels = channels;
    this.operations = operations;
    this.resources = resources;
    this.quotas = quotas;
    this.properties = properties;
  }

  /** Of a channel of that organization; anybody else's is empty. */
  public Optional<Whereabouts> of(String organizationId, String channelId) {
    return ChannelId.parse(channelId)
        .flatMap(id -> channels.find(organizationId, id))
        .map(this::of);
  }

  /** What reconciles channels, which {@link onair.common.reconcile.Agenda} is asked for. */
  public static String reconciler() {
    return ChannelReconciler.NAME;
  }

  private Whereabouts of(Channel channel) {
    Run run = channel.run();
    boolean wanted = channel.desired() == Desired.RUNNING;
    String told = run.failure() == null ? channel.status().reason() : run.failure();
    IngestSpec ingest = channel.spec().ingest();
    ChannelProperties.Deadlines deadlines = properties.deadlines();
    return new Whereabouts(
        channel.id().value(),
        channel.version(),
        channel.desired().word(),
        channel.status(),
        run.askedAt(),
        run.startingSince(),
        wanted ? run.runningSince() : null,
        run.liveAt(),
        wanted ? run.lostSince() : null,
        run.failure(),
        Trouble.read(told, wanted).orElse(null),
        channel.holdings().encoderId(),
        new Entry(
            ingest.protocol(), ingest.isPushed(), ingest.rotations() > 0, ingest.allowedCidrs()),
        operations.find(channel.operationId()).orElse(null),
        resources.of(channel.id().value()).stream().filter(this::underWay).map(this::part).toList(),
        new Whereabouts.Limits(deadlines.start(), deadlines.stop(), deadlines.delete()),
        keptUntil(channel),
        exceeded(channel));
  }

  private boolean underWay(ResourceRow row) {
    return row.deadlineAt() != null || row.doubtUntil() != null;
  }

  private Part part(ResourceRow row) {
    return new Part(row.key().kind(), row.doubtUntil() != null, row.deadlineAt());
  }

  private @Nullable Instant keptUntil(Channel channel) {
    Instant since = channel.holdings().restingSince();
    return channel.desired() != Desired.STOPPED || since == null
        ? null
        : since.plus(properties.idleRetention());
  }

  /** What runs has what it needs. */
  private List<QuotaUse> exceeded(Channel channel) {
    return channel.desired() == Desired.DELETED
            || channel.status().provisioning() == Provisioning.RUNNING
        ? List.of()
        : quotas.of(channel).stream().filter(QuotaUse::exceeded).toList();
  }
}
