package onair.awslocal.mediaconnect;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.protocol.Backend;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.resource.LocalApi;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.AddOutputRequest;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;
import software.amazon.awssdk.services.mediaconnect.model.Status;

/**
 * MediaConnect on a real port over a folder, with a media plane that only remembers, time moved by
 * hand, and the AWS SDK as its client.
 */
final class MediaConnect implements AutoCloseable, InstantSource {

  static final String ACCOUNT = "111122223333";
  static final Scope HOME = new Scope(ACCOUNT, "eu-west-1");

  final FakeMedia media = new FakeMedia();
  final RecordedEvents events = new RecordedEvents();
  final Map<String, String> secrets = new HashMap<>();
  final LocalMediaConnect backend;
  final MediaConnectClient client;

  private final StateStore store;
  private final Lifecycle lifecycle;
  private final LocalApi api;
  private volatile Instant now;

  private MediaConnect(Path folder, Instant now, boolean quotas, boolean realTime)
      throws Exception {
    this.now = now;
    this.store = new StateStore(folder);
    this.lifecycle = realTime ? Lifecycle.system() : Lifecycle.manual(this);
    this.backend =
        new LocalMediaConnect(
            new MediaConnectSettings("127.0.0.1", Profile.FAST, new AppliedQuotas(store, quotas)),
            store,
            lifecycle,
            events,
            (scope, arn) -> Optional.ofNullable(secrets.get(arn)),
            media);
    this.api =
        new LocalApi(new Backend("mediaconnect", MediaConnectClient.class, backend), ACCOUNT);
    backend.resume();
    lifecycle.runDue();
    this.client = api.client(MediaConnectClient.builder(), Region.EU_WEST_1);
  }

  static MediaConnect inRealTime(Path folder) throws Exception {
    return new MediaConnect(folder, Instant.now(), false, true);
  }

  static MediaConnect in(Path folder) throws Exception {
    return at(folder, Instant.parse("2026-11-22T10:00:00Z"));
  }

  /** Another process over the same folder, at another time. */
  static MediaConnect at(Path folder, Instant now) throws Exception {
    return new MediaConnect(folder, now, false, false);
  }

  static MediaConnect withQuotas(Path folder) throws Exception {
    return new MediaConnect(folder, Instant.parse("2026-11-22T10:00:00Z"), true, false);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Longer than any change of state takes. */
  void settle() {
    now = now.plus(Duration.ofSeconds(5));
    lifecycle.runDue();
  }

  /** A flow in STANDBY that a sender calls on this port. */
  Flow flow(String name, int port) {
    return client
        .createFlow(
            f ->
                f.name(name)
                    .source(
                        s ->
                            s.name("in")
                                .protocol(Protocol.SRT_LISTENER)
                                .ingestPort(port)
                                .whitelistCidr("127.0.0.1/32")))
        .flow();
  }

  /** An ACTIVE one. */
  Flow activeFlow(String name, int port) {
    Flow flow = flow(name, port);
    client.startFlow(f -> f.flowArn(flow.flowArn()));
    settle();
    return describe(flow.flowArn());
  }

  Flow describe(String arn) {
    return client.describeFlow(f -> f.flowArn(arn)).flow();
  }

  Status status(String arn) {
    return describe(arn).status();
  }

  static AddOutputRequest output(String name, int port) {
    return AddOutputRequest.builder()
        .name(name)
        .protocol(Protocol.SRT_LISTENER)
        .port(port)
        .cidrAllowList("127.0.0.1/32")
        .build();
  }

  @Override
  public void close() throws Exception {
    client.close();
    api.close();
    lifecycle.close();
    store.close();
  }
}
