package onair.channel.live;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import onair.channel.live.ChannelEdits.Consent;
import onair.channel.live.ChannelEdits.Edited;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.common.plan.Catalog;
import onair.common.plan.Plan;
import onair.common.plan.Plan.ChangedField;
import onair.common.plan.PlanDraft;

/** What a start of a channel would come to; a channel that is not started costs nothing. */
final class ChannelPlans {

  private static final String MEDIALIVE = "medialive";

  private final Function<ChannelSpec, List<String>> kinds;
  private final Billing billing;
  private final Catalog catalog;
  private final ChannelQuotas quotas;

  /**
   * @param kinds of such a channel's resources, in the order in which they are created
   */
  ChannelPlans(
      Function<ChannelSpec, List<String>> kinds,
      Billing billing,
      Catalog catalog,
      ChannelQuotas quotas) {
    this.kinds = kinds;
    this.billing = billing;
    this.catalog = catalog;
    this.quotas = quotas;
  }

  /** The start of the channel as it is, or would be after the change that is rehearsed. */
  Plan start(Channel channel) {
    return draft(channel).done();
  }

  private PlanDraft draft(Channel channel) {
    ChannelSpec spec = channel.spec();
    PlanDraft plan = catalog.plan(ChannelOperations.START);
    if (isThere(channel)) {
      plan.starts("mediaconnect", "flow", spec.ingest().bySrt() ? 1 : 0);
    } else {
      create(plan, spec);
    }
    plan.starts(MEDIALIVE, "channel", 1);
    quotas.of(channel).forEach(plan::needs);
    return billing.bill(plan, spec);
  }

  /** What an edit does at once, or what the next start comes to after it. */
  Plan edit(Edited edited, Consent consent) {
    Edit edit = edited.edit();
    boolean refused = edited.onAir() && !consent.covers(edit.effect());
    var change =
        new Plan.Change(
            edit.effect().word(),
            refused,
            EditWords.consequence(edit, edited.onAir()),
            edit.fields().entrySet().stream()
                .map(field -> new ChangedField(field.getKey().word(), field.getValue().word()))
                .toList());
    return edited.onAir()
        ? onAir(edited, edit).changes(change).done()
        : draft(edited.channel()).changes(change).done();
  }

  private PlanDraft onAir(Edited edited, Edit edit) {
    ChannelSpec spec = edited.channel().spec();
    PlanDraft plan = catalog.plan(ChannelOperations.UPDATE);
    if (edited.restarts()) {
      plan.creates(MEDIALIVE, "input", edit.changes(EditedField.PIPELINES) ? 1 : 0)
          .creates(MEDIALIVE, "channel", 1)
          .starts(MEDIALIVE, "channel", 1);
    }
    boolean window =
        edit.changes(EditedField.DVR_WINDOW_SECONDS) || edit.changes(EditedField.RECORD);
    if (window && edit.effect() != EditEffect.BREAKS_VIEWERS) {
      plan.updates(
          spec.packaging().byV1() ? "mediapackagev1" : "mediapackage",
          "endpoint",
          spec.packaging().stored() ? 0 : spec.packaging().byV1() ? 2 : 1);
    }
    return billing.bill(plan, spec);
  }

  private static boolean isThere(Channel channel) {
    Provisioning provisioning = channel.status().provisioning();
    return provisioning == Provisioning.READY || provisioning == Provisioning.STARTING;
  }

  /** A kind begins with the name of its service, and may end with a form of it. */
  private void create(PlanDraft plan, ChannelSpec spec) {
    Map<String, Integer> counts = new TreeMap<>();
    kinds.apply(spec).forEach(kind -> counts.merge(kind.replaceFirst("/.*", ""), 1, Integer::sum));
    counts.forEach(
        (kind, count) -> {
          int dash = kind.indexOf('-');
          plan.creates(kind.substring(0, dash), kind.substring(dash + 1), count);
        });
  }
}
