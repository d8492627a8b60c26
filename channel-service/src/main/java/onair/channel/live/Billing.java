package onair.channel.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onair.channel.cost.Meter;
import onair.channel.cost.Prices;
import onair.channel.cost.Usage;
import onair.channel.ladder.Ladder;
import onair.channel.ladder.Ladders;
import onair.channel.parts.EncoderState;
import onair.common.plan.Catalog;
import onair.common.plan.Plan.Billed;
import onair.common.plan.Plan.Price;
import onair.common.plan.Plan.PricePart;
import onair.common.plan.PlanDraft;
import onair.common.reconcile.ResourceRow;

/**
 * What is billed for a channel: by a plan as a whole, by the meter what of it a look at AWS showed.
 */
final class Billing implements Prices {

  private static final String FLOW = "mediaconnect flow";
  private static final String IDLE_ENCODER = "medialive idle channel";
  private static final String BACKUP_INPUT = "medialive backup input";
  private static final Set<String> INPUTS = Set.of("medialive-input", "medialive-input/backup");
  private static final String IDLE_INPUT = "medialive idle push input";

  private final ChannelStore channels;
  private final Ladders ladders;
  private final Catalog catalog;
  private final Meter meter;

  Billing(ChannelStore channels, Ladders ladders, Catalog catalog, Meter meter) {
    this.channels = channels;
    this.ladders = ladders;
    this.catalog = catalog;
    this.meter = meter;
  }

  @Override
  public Optional<Price> price(String organizationId, String channelId) {
    return ChannelId.parse(channelId)
        .flatMap(id -> channels.find(organizationId, id))
        .map(channel -> price(channel.spec()));
  }

  @Override
  public Map<String, Priced> priced(String organizationId, Collection<String> channelIds) {
    return channels.find(organizationId, channelIds).stream()
        .collect(
            Collectors.toMap(
                channel -> channel.id().value(),
                channel -> new Priced(channel.name(), price(channel.spec()))));
  }

  private Price price(ChannelSpec spec) {
    return bill(catalog.plan(ChannelOperations.START), spec).done().price();
  }

  /** What such a channel costs an hour while it runs, in USD. */
  BigDecimal perHour(ChannelSpec spec) {
    return price(spec).totals().stream()
        .filter(total -> total.billed() == Billed.RUNNING && total.unit().equals("hour"))
        .filter(total -> total.amount().currency().equals(Usage.CURRENCY))
        .map(total -> new BigDecimal(total.amount().amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Writes on the plan what a channel that is made so costs. */
  PlanDraft bill(PlanDraft plan, ChannelSpec spec) {
    Ladder ladder = spec.encoding().renditions(ladders);
    boolean bySrt = spec.ingest().bySrt();
    plan.costs(Rates.of(spec.encoding(), Rates.input(ladder)), 1)
        .costs(BACKUP_INPUT, spec.ingest().backup() ? 1 : 0);
    Rates.outputs(ladder, spec.targets().size())
        .forEach((item, count) -> plan.costs(Rates.of(spec.encoding(), item), count));
    plan.costs(FLOW, bySrt ? 1 : 0)
        .costsIdle(IDLE_ENCODER, 1)
        .costsIdle(IDLE_INPUT, spec.ingest().byRtmp() ? spec.ingest().backup() ? 2 : 1 : 0);
    long rate = Rates.bitsPerSecond(ladder);
    switch (spec.packaging().origin()) {
      case PackagingSpec.S3 ->
          plan.costsByGigabytes("s3 storage", rate).costsByUse("s3 requests", 1);
      case PackagingSpec.MEDIASTORE -> plan.costsByGigabytes("mediastore ingest", rate);
      default ->
          plan.costsByGigabytes("mediapackage ingest", rate)
              .costsByUse("mediapackage origination", 1);
    }
    return plan.costsByUse("mediaconnect output gigabytes", bySrt ? 1 : 0)
        .costsByUse("secretsmanager secret", spec.ingest().hasPassphrase() ? 1 : 0)
        .costsByUse("cloudfront delivery", 1);
  }

  /** Goes on with the meter after a look; one that does not tell for certain changes nothing. */
  void follow(Channel channel, Look look, List<ResourceRow> rows, Instant now) {
    if (look.gone()) {
      meter.follow(channel.organizationId(), channel.id().value(), List.of(), now);
    } else if (tells(look)) {
      ChannelSpec built = look.holdings().built();
      ChannelSpec spec = built == null ? channel.spec() : built;
      meter.follow(channel.organizationId(), channel.id().value(), billed(spec, look, rows), now);
    }
  }

  /**
   * Whether it is known what runs: an encoder between two states is billed as before, and one that
   * is being removed may still run.
   */
  private static boolean tells(Look look) {
    EncoderState encoder = look.seen().encoder();
    if (!look.seen().reached()) {
      return false;
    }
    if (encoder == null || look.seen().removing()) {
      return look.holdings().encoderId() == null;
    }
    return encoder.needsStop() || encoder.rests() || encoder == EncoderState.CREATING;
  }

  private List<PricePart> billed(ChannelSpec spec, Look look, List<ResourceRow> rows) {
    EncoderState encoder = look.holdings().encoderId() == null ? null : look.seen().encoder();
    boolean runs = encoder != null && encoder.runs();
    boolean flows = look.seen().closing() || (encoder != null && encoder.needsStop());
    int inputs =
        (int)
            rows.stream()
                .filter(row -> INPUTS.contains(row.key().kind()) && row.physicalId() != null)
                .count();
    List<PricePart> billed = new ArrayList<>();
    for (PricePart part : price(spec).parts()) {
      int count =
          switch (part.item()) {
            case FLOW -> flows ? part.count() : 0;
            case IDLE_ENCODER -> encoder != null && !runs ? part.count() : 0;
            case IDLE_INPUT -> runs ? 0 : Math.min(inputs, part.count());
            default -> part.billed() == Billed.RUNNING && runs ? part.count() : 0;
          };
      if (count > 0) {
        billed.add(part.times(count));
      }
    }
    return billed;
  }
}
