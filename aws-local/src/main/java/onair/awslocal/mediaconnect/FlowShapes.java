package onair.awslocal.mediaconnect;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.model.AddOutputRequest;
import software.amazon.awssdk.services.mediaconnect.model.Entitlement;
import software.amazon.awssdk.services.mediaconnect.model.EntitlementStatus;
import software.amazon.awssdk.services.mediaconnect.model.GrantEntitlementRequest;
import software.amazon.awssdk.services.mediaconnect.model.Output;
import software.amazon.awssdk.services.mediaconnect.model.OutputStatus;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;
import software.amazon.awssdk.services.mediaconnect.model.SetSourceRequest;
import software.amazon.awssdk.services.mediaconnect.model.Source;
import software.amazon.awssdk.services.mediaconnect.model.Transport;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowOutputRequest;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowSourceRequest;

/** What requests ask the parts of a flow to be, with the ARNs and addresses they are given. */
final class FlowShapes {

  private static final int ID_BYTES = 8;
  private static final int SUFFIX_BYTES = 6;

  private final String host;

  /**
   * @param host address senders and receivers connect to
   */
  FlowShapes(String host) {
    this.host = host;
  }

  String host() {
    return host;
  }

  /**
   * A new ARN of the form {@code …:<kind>:1-<id>-<id>:<name>}.
   *
   * @param kind such as {@code flow}
   */
  static String arn(Scope scope, String kind, String name) {
    String id = "1-%s-%s".formatted(random(ID_BYTES), random(SUFFIX_BYTES));
    return scope.arn("mediaconnect", kind + ":" + id + ":" + name);
  }

  Source source(Scope scope, SetSourceRequest request) {
    String name = named(request.name(), "source");
    return addressed(
        Shapes.fill(Source.builder(), request)
            .name(name)
            .sourceArn(arn(scope, "source", name))
            .transport(Shapes.fill(Transport.builder(), request).build())
            .build());
  }

  /** Members that are not given stay. */
  Source source(Source before, UpdateFlowSourceRequest request) {
    return addressed(
        Shapes.fill(before.toBuilder(), request)
            .transport(Shapes.fill(before.transport().toBuilder(), request).build())
            .build());
  }

  Output output(Scope scope, AddOutputRequest request) {
    String name = named(request.name(), "output");
    OutputStatus status =
        request.outputStatus() == null ? OutputStatus.ENABLED : request.outputStatus();
    return addressed(
        Shapes.fill(Output.builder(), request)
            .name(name)
            .outputArn(arn(scope, "output", name))
            .outputStatus(status)
            .transport(Shapes.fill(Transport.builder(), request).build())
            .build());
  }

  /** Members that are not given stay. */
  Output output(Output before, UpdateFlowOutputRequest request) {
    return addressed(
        Shapes.fill(before.toBuilder(), request)
            .transport(Shapes.fill(before.transport().toBuilder(), request).build())
            .build());
  }

  /** The output that MediaLive adds for one of its inputs. */
  static Output managedOutput(Scope scope, String inputArn) {
    String name = "MediaLive-" + inputArn.substring(inputArn.lastIndexOf(':') + 1);
    return Output.builder()
        .name(name)
        .outputArn(arn(scope, "output", name))
        .outputStatus(OutputStatus.ENABLED)
        .mediaLiveInputArn(inputArn)
        .build();
  }

  static Entitlement entitlement(Scope scope, GrantEntitlementRequest request) {
    String name = named(request.name(), "entitlement");
    EntitlementStatus status =
        request.entitlementStatus() == null
            ? EntitlementStatus.ENABLED
            : request.entitlementStatus();
    return Shapes.fill(Entitlement.builder(), request)
        .name(name)
        .entitlementArn(arn(scope, "entitlement", name))
        .entitlementStatus(status)
        .build();
  }

  private Source addressed(Source source) {
    boolean called = source.transport().protocol() != Protocol.SRT_CALLER;
    return source.toBuilder().ingestIp(called ? host : null).build();
  }

  private Output addressed(Output output) {
    boolean called = output.transport().protocol() == Protocol.SRT_LISTENER;
    return output.toBuilder().listenerAddress(called ? host : null).build();
  }

  private static String named(@Nullable String name, String kind) {
    return name == null || name.isBlank() ? kind + "-" + random(SUFFIX_BYTES) : name;
  }

  private static String random(int bytes) {
    byte[] id = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
