package onair.channel.share;

import java.time.Duration;
import java.time.InstantSource;
import onair.channel.live.ChannelDirectory;
import onair.channel.live.ChannelProperties;
import onair.channel.parts.Companions;
import onair.channel.parts.Entitlements;
import onair.channel.parts.FlowOutputs;
import onair.channel.parts.Flows;
import onair.channel.parts.ObservedSecret;
import onair.channel.parts.SecretSpec;
import onair.channel.secret.StreamKeys;
import onair.channel.srt.SrtPorts;
import onair.common.plan.Catalog;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the classes of shares are put together; what they need from outside are beans. */
@Configuration(proxyBeanMethods = false)
public class ShareConfiguration {

  /** How long lost packets can be asked for again; both ends take the longer one of theirs. */
  private static final Duration LATENCY = Duration.ofMillis(500);

  @Bean
  ShareStore shareStore(JdbcClient jdbc, StreamKeys keys) {
    return new ShareStore(jdbc, keys);
  }

  @Bean
  Companions sharesOfChannels(ShareStore shares, Wakes wakes, InstantSource clock) {
    return new SharesOfChannels(shares, wakes, clock);
  }

  @Bean
  ShareCommands shareCommands(
      ChannelDirectory channels,
      ShareStore shares,
      SrtPorts ports,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new ShareCommands(channels, shares, ports, wakes, transactions, clock);
  }

  @Bean
  ShareController shareController(
      ShareCommands commands,
      ShareStore shares,
      ChannelDirectory channels,
      Catalog catalog,
      ChannelProperties properties) {
    return new ShareController(commands, shares, channels, catalog, properties.ingest().srtHost());
  }

  @Bean
  ShareParts shareParts(
      Resources resources,
      ExternalResource<SecretSpec, ObservedSecret> secrets,
      FlowOutputs outputs,
      Entitlements entitlements) {
    return new ShareParts(resources, secrets, outputs, entitlements, LATENCY);
  }

  @Bean
  Reconciler shareReconciler(
      ShareStore shares,
      SrtPorts ports,
      Flows flows,
      ShareParts parts,
      Resources resources,
      TransactionTemplate transactions,
      InstantSource clock) {
    return new ShareReconciler(shares, ports, flows, parts, resources, transactions, clock);
  }
}
