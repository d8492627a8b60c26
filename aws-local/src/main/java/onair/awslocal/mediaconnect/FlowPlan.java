package onair.awslocal.mediaconnect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onair.awslocal.media.AllowList;
import onair.awslocal.media.FlowJob;
import onair.awslocal.media.FlowOutput;
import onair.awslocal.media.FlowRefused;
import onair.awslocal.media.FlowSource;
import onair.awslocal.media.Passphrase;
import onair.awslocal.media.SrtEnd;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.model.Algorithm;
import software.amazon.awssdk.services.mediaconnect.model.Encryption;
import software.amazon.awssdk.services.mediaconnect.model.FailoverConfig;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.Output;
import software.amazon.awssdk.services.mediaconnect.model.OutputStatus;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;
import software.amazon.awssdk.services.mediaconnect.model.Source;
import software.amazon.awssdk.services.mediaconnect.model.Transport;

/** What a flow means for the media plane, with its passphrases read. */
final class FlowPlan {

  /** What SRT itself takes when nobody asks for more. AWS takes two seconds. */
  private static final Duration LATENCY = Duration.ofMillis(120);

  private final SecretReader secrets;

  FlowPlan(SecretReader secrets) {
    this.secrets = secrets;
  }

  /** Ids of sources and outputs towards the media plane. */
  static String id(Source source) {
    return "source:" + source.name();
  }

  static String id(Output output) {
    return "output:" + output.name();
  }

  /** 400 for flows that have their states only: nothing is carried by these protocols here. */
  static void requireCarried(FlowRow row) {
    for (Source source : row.resource().sources()) {
      Protocol protocol = source.transport().protocol();
      if (!FlowRules.isSrt(protocol)) {
        throw Refusals.badRequest(
            "Source %s: flows by %s cannot be started here; srt-listener and srt-caller can"
                .formatted(source.name(), protocol));
      }
    }
  }

  /**
   * @throws FlowRefused when a passphrase cannot be read or used
   */
  FlowJob job(FlowRow row) {
    Flow flow = row.resource();
    List<FlowSource> sources =
        flow.sources().stream()
            .sorted(Comparator.comparing(source -> !source.name().equals(primary(flow))))
            .map(source -> source(row.scope(), source))
            .toList();
    List<FlowOutput> outputs = new ArrayList<>();
    for (Output output : flow.outputs()) {
      if (output.mediaLiveInputArn() != null) {
        outputs.add(new FlowOutput.ToEncoders(id(output)));
      } else if (output.outputStatus() != OutputStatus.DISABLED) {
        outputs.add(new FlowOutput.BySrt(id(output), end(row.scope(), output)));
      }
    }
    return new FlowJob(row.arn(), sources, outputs);
  }

  private static @Nullable String primary(Flow flow) {
    FailoverConfig failover = flow.sourceFailoverConfig();
    return failover == null || failover.sourcePriority() == null
        ? null
        : failover.sourcePriority().primarySource();
  }

  private FlowSource source(Scope scope, Source source) {
    Transport transport = source.transport();
    SrtEnd.Role role =
        transport.protocol() == Protocol.SRT_LISTENER
            ? new SrtEnd.Listener(
                source.ingestPort(), new AllowList(List.of(source.whitelistCidr())))
            : new SrtEnd.Caller(
                transport.sourceListenerAddress(),
                transport.sourceListenerPort(),
                transport.streamId());
    return new FlowSource(
        id(source),
        new SrtEnd(
            role, passphrase(scope, source.decryption(), source.name()), latency(transport)));
  }

  private SrtEnd end(Scope scope, Output output) {
    Transport transport = output.transport();
    SrtEnd.Role role =
        transport.protocol() == Protocol.SRT_LISTENER
            ? new SrtEnd.Listener(output.port(), new AllowList(transport.cidrAllowList()))
            : new SrtEnd.Caller(output.destination(), output.port(), transport.streamId());
    return new SrtEnd(
        role, passphrase(scope, output.encryption(), output.name()), latency(transport));
  }

  private static Duration latency(Transport transport) {
    Integer asked = transport.minLatency();
    return asked == null || asked <= 0 ? LATENCY : Duration.ofMillis(asked);
  }

  private @Nullable Passphrase passphrase(
      Scope scope, @Nullable Encryption encryption, String name) {
    if (encryption == null) {
      return null;
    }
    String text =
        secrets
            .text(scope, encryption.secretArn())
            .orElseThrow(
                () ->
                    new FlowRefused(
                        "%s: the secret %s cannot be read"
                            .formatted(name, encryption.secretArn())));
    if (!Passphrase.isUsable(text)) {
      throw new FlowRefused(
          "%s: the secret %s is no SRT passphrase, which has 10 to 79 characters"
              .formatted(name, encryption.secretArn()));
    }
    return new Passphrase(text, keyBytes(encryption.algorithm()));
  }

  private static int keyBytes(@Nullable Algorithm algorithm) {
    return switch (algorithm) {
      case AES192 -> 24;
      case AES256 -> 32;
      case null, default -> 16;
    };
  }
}
