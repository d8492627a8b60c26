package onair.awslocal.mediaconnect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onair.awslocal.media.AllowList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.model.Encryption;
import software.amazon.awssdk.services.mediaconnect.model.FailoverConfig;
import software.amazon.awssdk.services.mediaconnect.model.FailoverMode;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.KeyType;
import software.amazon.awssdk.services.mediaconnect.model.Output;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;
import software.amazon.awssdk.services.mediaconnect.model.Source;
import software.amazon.awssdk.services.mediaconnect.model.State;

/** What a flow must be like, whoever made it so. Everything that is wrong is a bad request. */
final class FlowRules {

  private static final int MOST_SOURCES = 2;
  private static final int LOWEST_PORT = 1024;
  private static final int HIGHEST_PORT = 65_535;

  private FlowRules() {}

  /** All of it. */
  static void check(Flow flow) {
    List<Source> sources = flow.sources();
    require(!sources.isEmpty(), "A flow needs a source");
    require(sources.size() <= MOST_SOURCES, "A flow has at most two sources");
    require(
        distinct(sources.stream().map(Source::name).toList()),
        "The names of a flow's sources must differ");
    require(
        distinct(flow.outputs().stream().map(Output::name).toList()),
        "The names of a flow's outputs must differ");
    require(
        distinct(flow.entitlements().stream().map(e -> e.name()).toList()),
        "The names of a flow's entitlements must differ");
    sources.forEach(FlowRules::source);
    flow.outputs().stream()
        .filter(output -> output.mediaLiveInputArn() == null)
        .forEach(FlowRules::output);
    failover(flow);
  }

  private static void source(Source source) {
    String what = "Source " + source.name();
    Protocol protocol = source.transport().protocol();
    require(protocol != null, what + " needs a protocol");
    switch (protocol) {
      case SRT_LISTENER, RTP, RTP_FEC, RIST, ZIXI_PUSH -> {
        port(source.ingestPort(), what + " needs an ingest port");
        require(given(source.whitelistCidr()), what + " needs a whitelist CIDR");
        cidr(List.of(source.whitelistCidr()), what);
      }
      case SRT_CALLER -> {
        require(
            given(source.transport().sourceListenerAddress()),
            what + " needs a source listener address");
        port(source.transport().sourceListenerPort(), what + " needs a source listener port");
      }
      default ->
          throw Refusals.badRequest(
              "%s: the protocol %s is not offered here".formatted(what, protocol));
    }
    encryption(source.decryption(), protocol, what);
  }

  private static void output(Output output) {
    String what = "Output " + output.name();
    Protocol protocol = output.transport().protocol();
    require(protocol != null, what + " needs a protocol");
    switch (protocol) {
      case SRT_LISTENER -> {
        port(output.port(), what + " needs a port");
        List<String> allowed = output.transport().cidrAllowList();
        require(!allowed.isEmpty(), what + " needs a CIDR allow list");
        cidr(allowed, what);
      }
      case SRT_CALLER -> {
        require(given(output.destination()), what + " needs a destination");
        port(output.port(), what + " needs a port");
      }
      default ->
          throw Refusals.badRequest(
              "%s: the protocol %s is not offered here".formatted(what, protocol));
    }
    encryption(output.encryption(), protocol, what);
  }

  private static void encryption(@Nullable Encryption encryption, Protocol protocol, String what) {
    if (encryption == null) {
      return;
    }
    require(given(encryption.roleArn()), what + ": encryption needs a role ARN");
    boolean srt = isSrt(protocol);
    require(
        !srt || encryption.keyType() == KeyType.SRT_PASSWORD,
        what + ": the key type of " + protocol + " is srt-password");
    require(!srt || given(encryption.secretArn()), what + ": srt-password needs a secret ARN");
  }

  private static void failover(Flow flow) {
    FailoverConfig failover = flow.sourceFailoverConfig();
    boolean enabled = failover != null && failover.state() == State.ENABLED;
    require(
        enabled || flow.sources().size() < MOST_SOURCES,
        "A flow with two sources needs source failover to be enabled");
    if (!enabled) {
      return;
    }
    boolean srt = flow.sources().stream().anyMatch(s -> isSrt(s.transport().protocol()));
    require(
        !srt || failover.failoverMode() != FailoverMode.MERGE,
        "Sources by SRT cannot be merged: the failover mode must be FAILOVER");
    String primary =
        failover.sourcePriority() == null ? null : failover.sourcePriority().primarySource();
    require(
        primary == null || flow.sources().stream().anyMatch(s -> primary.equals(s.name())),
        "The primary source is none of the flow's sources");
  }

  static boolean isSrt(@Nullable Protocol protocol) {
    return protocol == Protocol.SRT_LISTENER || protocol == Protocol.SRT_CALLER;
  }

  private static void port(@Nullable Integer port, String message) {
    require(port != null, message);
    int given = port == null ? 0 : port;
    require(
        given >= LOWEST_PORT && given <= HIGHEST_PORT,
        "%s from %d to %d".formatted(message, LOWEST_PORT, HIGHEST_PORT));
  }

  private static void cidr(List<String> blocks, String what) {
    try {
      require(!new AllowList(blocks).blocks().isEmpty(), what);
    } catch (IllegalArgumentException e) {
      throw Refusals.badRequest(what + ": " + e.getMessage());
    }
  }

  private static boolean distinct(List<String> names) {
    Set<String> seen = new HashSet<>();
    return names.stream().allMatch(seen::add);
  }

  private static boolean given(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw Refusals.badRequest(message);
    }
  }
}
