package onair.awslocal.medialive;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.protocol.Backend;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.resource.LocalApi;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputType;

/**
 * MediaLive on a real port over a folder, with encoders that only remember, time moved by hand, and
 * the AWS SDK as its client.
 */
final class MediaLive implements AutoCloseable, InstantSource {

  static final String ACCOUNT = "111122223333";

  final FakeEncoders encoders = new FakeEncoders();
  final FakeFlows flows = new FakeFlows();
  final RecordedEvents events = new RecordedEvents();
  final LocalMediaLive backend;
  final MediaLiveClient client;

  private final StateStore store;
  private final Lifecycle lifecycle;
  private final LocalApi api;
  private volatile Instant now;

  private MediaLive(Path folder, Instant now, boolean quotas, boolean realTime, boolean full)
      throws Exception {
    this.encoders.full = full;
    this.now = now;
    this.store = new StateStore(folder);
    this.lifecycle = realTime ? Lifecycle.system() : Lifecycle.manual(this);
    var settings =
        new MediaLiveSettings("127.0.0.1", 1935, Profile.FAST, new AppliedQuotas(store, quotas));
    this.backend =
        new LocalMediaLive(
            settings,
            store,
            lifecycle,
            events,
            encoders,
            flows,
            (scope, arn) -> Optional.of(arn.substring(arn.lastIndexOf(':') + 1)));
    this.api = new LocalApi(new Backend("medialive", MediaLiveClient.class, backend), ACCOUNT);
    backend.resume();
    this.client = client(Region.EU_WEST_1);
  }

  static MediaLive in(Path folder) throws Exception {
    return at(folder, Instant.parse("2026-11-22T10:00:00Z"));
  }

  /** Another process over the same folder, at another time. */
  static MediaLive at(Path folder, Instant now) throws Exception {
    return new MediaLive(folder, now, false, false, false);
  }

  /** Another process over the same folder, whose machine encodes as much as it can already. */
  static MediaLive fullAt(Path folder, Instant now) throws Exception {
    return new MediaLive(folder, now, false, false, true);
  }

  static MediaLive withQuotas(Path folder) throws Exception {
    return new MediaLive(folder, Instant.parse("2026-11-22T10:00:00Z"), true, false, false);
  }

  static MediaLive inRealTime(Path folder) throws Exception {
    return new MediaLive(folder, Instant.now(), false, true, false);
  }

  MediaLiveClient client(Region region) {
    return api.client(MediaLiveClient.builder(), region);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
    lifecycle.runDue();
  }

  /** Longer than any change of state takes, shorter than a deleted resource is remembered. */
  void settle() {
    pass(Duration.ofSeconds(5));
  }

  String group() {
    return client
        .createInputSecurityGroup(g -> g.whitelistRules(r -> r.cidr("0.0.0.0/0")))
        .securityGroup()
        .id();
  }

  /** A DETACHED input with one destination {@code live/<stream>}. */
  Input rtmpInput(String stream) {
    String group = group();
    Input input =
        client
            .createInput(
                i ->
                    i.name(stream)
                        .type(InputType.RTMP_PUSH)
                        .inputSecurityGroups(group)
                        .destinations(d -> d.streamName("live/" + stream)))
            .input();
    settle();
    return input;
  }

  /** An IDLE channel that takes {@code live/<stream>} to MediaPackage v2. */
  Channel idleChannel(String stream) {
    Channel channel =
        client.createChannel(ChannelRequests.live(stream, rtmpInput(stream).id())).channel();
    settle();
    return channel;
  }

  /** A RUNNING channel without a publisher. */
  Channel runningChannel(String stream) {
    Channel channel = idleChannel(stream);
    client.startChannel(c -> c.channelId(channel.id()));
    settle();
    return channel;
  }

  ChannelState state(String channelId) {
    return client.describeChannel(c -> c.channelId(channelId)).state();
  }

  @Override
  public void close() throws Exception {
    client.close();
    api.close();
    lifecycle.close();
    store.close();
  }
}
