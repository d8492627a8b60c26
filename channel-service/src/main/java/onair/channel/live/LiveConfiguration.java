package onair.channel.live;

import java.time.InstantSource;
import java.util.List;
import onair.channel.budget.BudgetConfiguration;
import onair.channel.budget.Budgets;
import onair.channel.budget.OffSwitch;
import onair.channel.budget.Spenders;
import onair.channel.clip.ClipSources;
import onair.channel.cost.Meter;
import onair.channel.drift.DriftConfiguration;
import onair.channel.drift.DriftWatch;
import onair.channel.ladder.Ladders;
import onair.channel.ladder.OwnLadders;
import onair.channel.operation.OperationStore;
import onair.channel.packaging.MediaStoreOffered;
import onair.channel.packaging.OriginSightings;
import onair.channel.packaging.PackagingGroup;
import onair.channel.parts.Companions;
import onair.channel.parts.EncoderSignals;
import onair.channel.parts.Parts;
import onair.channel.parts.Simulcasts;
import onair.channel.quota.QuotaProperties;
import onair.channel.quota.QuotaReadings;
import onair.channel.schedule.Broadcasts;
import onair.channel.secret.StreamKeys;
import onair.channel.session.Sessions;
import onair.channel.srt.SrtPorts;
import onair.common.event.Outbox;
import onair.common.outgoing.GuardedClient;
import onair.common.outgoing.OutgoingConfiguration;
import onair.common.outgoing.TargetCheck;
import onair.common.plan.Catalog;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the classes of live channels are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ChannelProperties.class, QuotaProperties.class})
@Import({BudgetConfiguration.class, DriftConfiguration.class, OutgoingConfiguration.class})
public class LiveConfiguration {

  @Bean
  StreamKeys streamKeys(ChannelProperties properties) {
    return new StreamKeys(properties.secretKeyBytes());
  }

  @Bean
  SrtPorts srtPorts(JdbcClient jdbc, ChannelProperties properties) {
    return new SrtPorts(jdbc, properties.ingest().srtPorts());
  }

  @Bean
  ChannelStore channelStore(JdbcClient jdbc, StreamKeys keys) {
    return new ChannelStore(jdbc, keys);
  }

  @Bean
  ChannelDirectory channelDirectory(ChannelStore channels) {
    return new ChannelDirectory(channels);
  }

  @Bean
  ChannelTargets channelTargets(
      ChannelStore channels, Simulcasts simulcasts, Ladders ladders, Wakes wakes) {
    return new ChannelTargets(channels, simulcasts, ladders, wakes);
  }

  @Bean
  ChannelWhereabouts channelWhereabouts(
      ChannelStore channels,
      OperationStore operations,
      Resources resources,
      ChannelQuotas quotas,
      ChannelProperties properties) {
    return new ChannelWhereabouts(channels, operations, resources, quotas, properties);
  }

  @Bean
  Legs legs(
      Parts parts, PackagingGroup group, OriginSightings sightings, ChannelProperties properties) {
    return new Legs(parts, group, sightings, properties);
  }

  @Bean
  SpecRules specRules(Environment settings, ChannelProperties properties) {
    return new SpecRules(MediaStoreOffered.in(settings), properties.ingest().cidrs().size());
  }

  @Bean
  KeyServers keyServers(TargetCheck targets, GuardedClient client) {
    return new KeyServers(targets, client);
  }

  @Bean
  LadderChoice ladderChoice(Ladders ladders, OwnLadders ownLadders) {
    return new LadderChoice(ladders, ownLadders);
  }

  @Bean
  ChannelEvents channelEvents(Outbox outbox) {
    return new ChannelEvents(outbox);
  }

  @Bean
  QuotaReadings quotaReadings(JdbcClient jdbc, InstantSource clock) {
    return new QuotaReadings(jdbc, clock);
  }

  @Bean
  ChannelQuotas channelQuotas(
      JdbcClient jdbc,
      QuotaReadings readings,
      Legs legs,
      Catalog catalog,
      QuotaProperties properties) {
    return new ChannelQuotas(jdbc, readings, legs::kinds, catalog, properties.refuse());
  }

  @Bean
  Billing billing(ChannelStore channels, Ladders ladders, Catalog catalog, Meter meter) {
    return new Billing(channels, ladders, catalog, meter);
  }

  @Bean
  ChannelCommands channelCommands(
      ChannelStore channels,
      ChannelTargets channelTargets,
      OperationStore operations,
      Legs legs,
      ChannelEvents events,
      SpecChecks checks,
      SrtPorts ports,
      List<Companions> companions,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new ChannelCommands(
        channels,
        channelTargets,
        operations,
        new ChannelOperations(legs::kinds),
        events,
        checks,
        ports,
        companions,
        wakes,
        transactions,
        clock);
  }

  @Bean
  ChannelEdits channelEdits(
      ChannelStore channels,
      OperationStore operations,
      Legs legs,
      ChannelEvents events,
      Ladders ladders,
      SpecChecks checks,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new ChannelEdits(
        channels,
        operations,
        new ChannelOperations(legs::kinds),
        events,
        new EditRules(ladders),
        checks,
        wakes,
        transactions,
        clock);
  }

  @Bean
  SpecChecks specChecks(
      SpecRules rules,
      TargetCheck targets,
      KeyServers keyServers,
      LadderChoice ladderChoice,
      ChannelQuotas quotas,
      Budgets budgets,
      Billing billing) {
    return new SpecChecks(
        rules,
        new SourceRules(targets),
        keyServers,
        ladderChoice,
        new StartRules(quotas, budgets, billing));
  }

  @Bean
  ChannelGate channelGate(
      ChannelStore channels,
      ChannelTargets channelTargets,
      OperationStore operations,
      Legs legs,
      ChannelEvents events,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    var wishes = new Wishes(channels, channelTargets, operations, events, wakes);
    return new ChannelGate(
        channels, new ChannelOperations(legs::kinds), wishes, transactions, clock);
  }

  @Bean
  ChannelGateController channelGateController(
      ChannelCommands commands, ChannelGate gate, ChannelProperties properties) {
    return new ChannelGateController(commands, gate, properties);
  }

  @Bean
  ChannelSwitch channelSwitch(
      ChannelCommands commands,
      ChannelStore channels,
      ChannelTargets channelTargets,
      Releases releases,
      OperationStore operations,
      Legs legs,
      ChannelQuotas quotas,
      Wakes wakes,
      InstantSource clock) {
    var plans = new ChannelOperations(legs::kinds);
    var standby = new Standby(channels, channelTargets, operations, plans, quotas, wakes, clock);
    return new ChannelSwitch(commands, channels, releases, standby, wakes, clock);
  }

  @Bean
  Releases releases(JdbcClient jdbc) {
    return new Releases(jdbc);
  }

  @Bean
  Spenders channelSpenders(ChannelStore channels, Billing billing) {
    return new ChannelSpenders(channels, billing);
  }

  @Bean
  OffSwitch channelOffSwitch(ChannelStore channels, ChannelSwitch channelSwitch) {
    return new ChannelOffSwitch(channels, channelSwitch);
  }

  @Bean
  ChannelController channelController(
      ChannelCommands commands,
      ChannelEdits edits,
      ChannelStore channels,
      Legs legs,
      Billing billing,
      Catalog catalog,
      ChannelQuotas quotas,
      ChannelProperties properties) {
    var plans = new ChannelPlans(legs::kinds, billing, catalog, quotas);
    return new ChannelController(commands, edits, channels, plans, properties);
  }

  @Bean
  Upkeep upkeep(
      Resources resources,
      Parts parts,
      Ladders ladders,
      Legs legs,
      Simulcasts simulcasts,
      List<Companions> companions,
      Sessions sessions,
      Releases releases,
      DriftWatch drift,
      KeyServers keyServers,
      ChannelProperties properties,
      InstantSource clock) {
    return new Upkeep(
        resources,
        new Assembly(parts, ladders, legs, simulcasts),
        parts.encoders(),
        companions,
        sessions,
        releases,
        drift,
        keyServers,
        properties,
        clock);
  }

  @Bean
  Ledger ledger(
      ChannelStore channels,
      OperationStore operations,
      ChannelEvents events,
      SrtPorts ports,
      List<Companions> companions,
      Sessions sessions,
      Simulcasts simulcasts,
      Billing billing,
      ChannelProperties properties,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new Ledger(
        new Ledger.Books(
            channels, operations, events, ports, companions, sessions, simulcasts, billing),
        properties,
        transactions,
        clock);
  }

  @Bean
  Reconciler channelReconciler(Ledger ledger, Upkeep upkeep, Resources resources) {
    return new ChannelReconciler(ledger, upkeep, resources);
  }

  @Bean
  ClipSources clipSources(
      ChannelStore channels, Resources resources, Parts parts, ChannelProperties properties) {
    return new LiveClipSources(channels, resources, parts, properties);
  }

  @Bean
  Broadcasts broadcasts(ChannelStore channels) {
    return new LiveBroadcasts(channels);
  }

  @Bean
  EncoderSignals channelSignals(ChannelStore channels, Wakes wakes) {
    return new ChannelSignals(channels, wakes);
  }
}
