package onair.awslocal.mediaconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import onair.awslocal.life.Profile;
import onair.awslocal.model.Answer;
import onair.awslocal.model.Ground;
import onair.awslocal.model.World;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.quota.AppliedQuotas;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.Entitlement;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.ListedFlow;
import software.amazon.awssdk.services.mediaconnect.model.Output;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;
import software.amazon.awssdk.services.mediaconnect.model.SetSourceRequest;
import software.amazon.awssdk.services.mediaconnect.model.Source;

/** MediaConnect in a process that can be restarted, beside {@link FlowModel}. */
final class FlowWorld implements World {

  private static final CallContext CALLER = new CallContext("111122223333", "eu-west-1", "r");
  private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");
  private static final int FIRST_PORT = 5000;

  final FlowModel model = new FlowModel(BEGIN);

  private final Ground ground;
  private final RecordedEvents events = new RecordedEvents();
  private final Map<FlowModel.Flow, String> arns = new HashMap<>();
  private FakeMedia media = new FakeMedia();
  private LocalMediaConnect backend;

  FlowWorld(Path folder) {
    this.ground = new Ground(folder, BEGIN);
    this.backend = backend();
  }

  private LocalMediaConnect backend() {
    var settings =
        new MediaConnectSettings(
            "127.0.0.1", Profile.FAST, new AppliedQuotas(ground.store(), false));
    return new LocalMediaConnect(
        settings,
        ground.store(),
        ground.lifecycle(),
        events,
        (scope, arn) -> Optional.empty(),
        media);
  }

  void pass(Duration time) {
    ground.pass(time);
    model.pass(time);
  }

  void restart() {
    ground.restart();
    media = new FakeMedia();
    backend = backend();
    backend.resume();
    ground.lifecycle().runDue();
    model.restart();
  }

  void refuseNext() {
    media.refusal = "no";
    model.refusing = true;
  }

  void create(int slot, int port) {
    var flow = model.flows.get(slot);
    if (flow.is("GONE")) {
      expect(
          model.create(flow, port),
          aws ->
              arns.put(
                  flow,
                  aws.createFlow(f -> f.name("ev").source(source("a", port))).flow().flowArn()));
    }
  }

  void start(int slot) {
    var flow = model.flows.get(slot);
    expect(model.start(flow), aws -> aws.startFlow(f -> f.flowArn(arn(flow))));
  }

  void stop(int slot) {
    var flow = model.flows.get(slot);
    expect(model.stop(flow), aws -> aws.stopFlow(f -> f.flowArn(arn(flow))));
  }

  void delete(int slot) {
    var flow = model.flows.get(slot);
    expect(model.delete(flow), aws -> aws.deleteFlow(f -> f.flowArn(arn(flow))));
  }

  void failover(int slot, boolean enabled) {
    var flow = model.flows.get(slot);
    expect(
        model.failover(flow, enabled),
        aws ->
            aws.updateFlow(
                f ->
                    f.flowArn(arn(flow))
                        .sourceFailoverConfig(
                            c ->
                                c.state(enabled ? "ENABLED" : "DISABLED")
                                    .failoverMode("FAILOVER"))));
  }

  void addSource(int slot, String name, int port) {
    var flow = model.flows.get(slot);
    expect(
        model.addSource(flow, name, port),
        aws -> aws.addFlowSources(f -> f.flowArn(arn(flow)).sources(source(name, port))));
  }

  void removeSource(int slot, String name) {
    var flow = model.flows.get(slot);
    String part = source(flow, name);
    expect(
        model.removeSource(flow, name),
        aws -> aws.removeFlowSource(f -> f.flowArn(arn(flow)).sourceArn(part)));
  }

  void addOutput(int slot, String name, int port) {
    var flow = model.flows.get(slot);
    expect(
        model.addOutput(flow, name, port),
        aws ->
            aws.addFlowOutputs(
                f -> f.flowArn(arn(flow)).outputs(MediaConnect.output(name, FIRST_PORT + port))));
  }

  void moveOutput(int slot, String name, int port) {
    var flow = model.flows.get(slot);
    String part = output(flow, name);
    expect(
        model.moveOutput(flow, name, port),
        aws ->
            aws.updateFlowOutput(
                f -> f.flowArn(arn(flow)).outputArn(part).port(FIRST_PORT + port)));
  }

  void removeOutput(int slot, String name) {
    var flow = model.flows.get(slot);
    String part = output(flow, name);
    expect(
        model.removeOutput(flow, name),
        aws -> aws.removeFlowOutput(f -> f.flowArn(arn(flow)).outputArn(part)));
  }

  void grant(int slot, String name) {
    var flow = model.flows.get(slot);
    expect(
        model.grant(flow, name),
        aws ->
            aws.grantFlowEntitlements(
                f -> f.flowArn(arn(flow)).entitlements(e -> e.name(name).subscribers("2"))));
  }

  void revoke(int slot, String name) {
    var flow = model.flows.get(slot);
    String part = entitlement(flow, name);
    expect(
        model.revoke(flow, name),
        aws -> aws.revokeFlowEntitlement(f -> f.flowArn(arn(flow)).entitlementArn(part)));
  }

  /** MediaLive adds or removes the output of one of its inputs. */
  void manage(int slot, String input, boolean wanted) {
    var flow = model.flows.get(slot);
    expect(
        model.manage(flow, input, wanted),
        aws -> {
          if (wanted) {
            backend.addManagedOutput(MediaConnect.HOME, arn(flow), input);
          } else {
            backend.removeManagedOutput(MediaConnect.HOME, arn(flow), input);
          }
        });
  }

  void tag(int slot, String key, @Nullable String value) {
    var flow = model.flows.get(slot);
    expect(
        model.tag(flow, key, value),
        aws -> {
          if (value == null) {
            aws.untagResource(t -> t.resourceArn(arn(flow)).tagKeys(key));
          } else {
            aws.tagResource(t -> t.resourceArn(arn(flow)).tags(Map.of(key, value)));
          }
        });
  }

  @Override
  public void check() {
    model.flows.forEach(this::check);
    assertThat(call(aws -> aws.listFlows()).flows().stream().map(ListedFlow::flowArn))
        .as("listed flows")
        .containsExactlyInAnyOrderElementsOf(
            model.flows.stream().filter(f -> !f.is("GONE")).map(this::arn).toList());
  }

  private void check(FlowModel.Flow flow) {
    String name = "flow " + model.flows.indexOf(flow);
    assertThat(media.running.containsKey(arn(flow)))
        .as(name + " is carried")
        .isEqualTo(flow.carried);
    assertThat(events.statuses(arn(flow))).as(name + " as told").isEqualTo(flow.told);
    if (flow.is("GONE")) {
      assertThat(Answer.to(() -> call(aws -> aws.describeFlow(f -> f.flowArn(arn(flow))))))
          .as(name)
          .isEqualTo(FlowModel.MISSING);
      return;
    }
    var answer = call(aws -> aws.describeFlow(f -> f.flowArn(arn(flow))));
    Flow seen = answer.flow();
    assertThat(seen.statusAsString()).as(name).isEqualTo(flow.status);
    assertThat(answer.messages().errors().isEmpty())
        .as(name + " has nothing to complain of")
        .isEqualTo(!flow.is("ERROR"));
    assertThat(
            seen.sources().stream()
                .collect(Collectors.toMap(Source::name, s -> s.ingestPort() - FIRST_PORT)))
        .as(name + "'s sources")
        .isEqualTo(flow.sources);
    assertThat(
            seen.outputs().stream()
                .filter(o -> o.mediaLiveInputArn() == null)
                .collect(Collectors.toMap(Output::name, o -> o.port() - FIRST_PORT)))
        .as(name + "'s outputs")
        .isEqualTo(flow.outputs);
    assertThat(
            seen.outputs().stream()
                .map(Output::mediaLiveInputArn)
                .filter(input -> input != null)
                .toList())
        .as(name + "'s outputs of MediaLive")
        .containsExactlyInAnyOrderElementsOf(flow.managed);
    assertThat(seen.entitlements().stream().map(Entitlement::name))
        .as(name + "'s entitlements")
        .containsExactlyInAnyOrderElementsOf(flow.entitlements);
    assertThat(call(aws -> aws.listTagsForResource(t -> t.resourceArn(arn(flow)))).tags())
        .as(name + "'s tags")
        .isEqualTo(flow.tags);
  }

  private static SetSourceRequest source(String name, int port) {
    return SetSourceRequest.builder()
        .name(name)
        .protocol(Protocol.SRT_LISTENER)
        .ingestPort(FIRST_PORT + port)
        .whitelistCidr("127.0.0.1/32")
        .build();
  }

  private String source(FlowModel.Flow flow, String name) {
    return part(flow, Flow::sources, Source::name, Source::sourceArn, name);
  }

  private String output(FlowModel.Flow flow, String name) {
    return part(flow, Flow::outputs, Output::name, Output::outputArn, name);
  }

  private String entitlement(FlowModel.Flow flow, String name) {
    return part(flow, Flow::entitlements, Entitlement::name, Entitlement::entitlementArn, name);
  }

  /** The ARN of the part of this name, or of none. */
  private <P> String part(
      FlowModel.Flow flow,
      Function<Flow, List<P>> parts,
      Function<P, String> name,
      Function<P, String> arn,
      String wanted) {
    List<P> all =
        flow.is("GONE")
            ? List.of()
            : parts.apply(call(aws -> aws.describeFlow(f -> f.flowArn(arn(flow)))).flow());
    return all.stream()
        .filter(part -> wanted.equals(name.apply(part)))
        .map(arn)
        .findFirst()
        .orElse("arn:aws:mediaconnect:eu-west-1:111122223333:source:1-0-0:none");
  }

  private void expect(Answer expected, Consumer<MediaConnectClient> call) {
    Answer answer =
        Answer.to(
            () ->
                call(
                    aws -> {
                      call.accept(aws);
                      return true;
                    }));
    assertThat(answer).as("answer").isEqualTo(expected);
  }

  private <T> T call(Function<MediaConnectClient, T> call) {
    return CALLER.call(() -> call.apply(backend));
  }

  private String arn(FlowModel.Flow flow) {
    return arns.getOrDefault(flow, "arn:aws:mediaconnect:eu-west-1:111122223333:flow:1-0-0:none");
  }

  @Override
  public void close() {
    ground.close();
  }
}
