package onair.awslocal.mediapackagev2;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.protocol.Backend;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.resource.LocalApi;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.ObjectStore;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.ContainerType;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.InputType;

/**
 * MediaPackage v2 on a real port over a folder, with an origin that only remembers, time moved by
 * hand, and the AWS SDK as its client.
 */
final class MediaPackage implements AutoCloseable, InstantSource {

  static final String ACCOUNT = "111122223333";

  /** How the origin knows {@link #channel}. */
  static final String TARGET = "mediapackagev2/111122223333/eu-west-1/grp/ev";

  static final String ARN = "arn:aws:mediapackagev2:eu-west-1:111122223333:";
  static final String DISTRIBUTION = "arn:aws:cloudfront::111122223333:distribution/E123";

  final FakeOrigin origin = new FakeOrigin();
  final OriginDirectory directory = new OriginDirectory();
  final List<Map<String, ?>> events = new ArrayList<>();
  final ObjectStore objects;
  final LocalMediaPackageV2 backend;
  final MediaPackageV2Client client;

  private final StateStore store;
  private final Lifecycle lifecycle;
  private final LocalApi api;
  private volatile Instant now;

  private MediaPackage(Path folder, boolean quotas, boolean realTime) throws Exception {
    this.now = realTime ? Instant.now() : Instant.parse("2026-11-22T10:00:00Z");
    this.store = new StateStore(folder);
    this.lifecycle = realTime ? Lifecycle.system() : Lifecycle.manual(this);
    this.objects = new ObjectStore("s3", store, folder.resolve("objects"), this);
    this.backend =
        new LocalMediaPackageV2(
            new MediaPackageSettings(Profile.FAST, new AppliedQuotas(store, quotas)),
            store,
            lifecycle,
            origin,
            directory,
            (source, type, resources, detail) -> events.add(Map.of(type, detail)),
            objects);
    this.api =
        new LocalApi(new Backend("mediapackagev2", MediaPackageV2Client.class, backend), ACCOUNT);
    backend.resume();
    this.client = client(Region.EU_WEST_1);
  }

  static MediaPackage in(Path folder) throws Exception {
    return new MediaPackage(folder, false, false);
  }

  static MediaPackage withQuotas(Path folder) throws Exception {
    return new MediaPackage(folder, true, false);
  }

  static MediaPackage inRealTime(Path folder) throws Exception {
    return new MediaPackage(folder, false, true);
  }

  MediaPackageV2Client client(Region region) {
    return api.client(MediaPackageV2Client.builder(), region);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
    lifecycle.runDue();
  }

  /** A channel {@code ev} that takes CMAF, in a group {@code grp}. */
  void channel() {
    client.createChannelGroup(g -> g.channelGroupName("grp"));
    client.createChannel(
        c -> c.channelGroupName("grp").channelName("ev").inputType(InputType.CMAF));
  }

  /** Request for a CMAF endpoint with HLS and DASH, both {@code index}, on {@link #channel}. */
  static CreateOriginEndpointRequest.Builder cmaf(String name) {
    return CreateOriginEndpointRequest.builder()
        .channelGroupName("grp")
        .channelName("ev")
        .originEndpointName(name)
        .containerType(ContainerType.CMAF)
        .segment(s -> s.segmentDurationSeconds(2))
        .startoverWindowSeconds(3600)
        .hlsManifests(m -> m.manifestName("index").manifestWindowSeconds(30))
        .dashManifests(m -> m.manifestName("index"));
  }

  CreateOriginEndpointResponse endpoint(String name) {
    return client.createOriginEndpoint(cmaf(name).build());
  }

  /** Lets CloudFront of this account read an endpoint of {@link #channel}. */
  void allowCloudFront(String endpoint) {
    String arn = ARN + "channelGroup/grp/channel/ev/originEndpoint/" + endpoint;
    client.putOriginEndpointPolicy(
        p ->
            p.channelGroupName("grp")
                .channelName("ev")
                .originEndpointName(endpoint)
                .policy(
                    """
                    {"Version": "2012-10-17", "Statement": [{
                      "Effect": "Allow",
                      "Principal": {"Service": "cloudfront.amazonaws.com"},
                      "Action": ["mediapackagev2:GetObject", "mediapackagev2:GetHeadObject"],
                      "Resource": "%s",
                      "Condition": {"StringEquals": {"aws:SourceAccount": "%s"}}}]}
                    """
                        .formatted(arn, ACCOUNT)));
  }

  String domain() {
    return client.getChannelGroup(g -> g.channelGroupName("grp")).egressDomain();
  }

  /** What the CDN gets. */
  OriginResponse fetch(String path) {
    return directory.fetch(
        domain(),
        new OriginRequest(
            "GET", path, Map.of("start", "1"), "cloudfront.amazonaws.com", DISTRIBUTION, ACCOUNT));
  }

  static String text(OriginResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws Exception {
    client.close();
    api.close();
    lifecycle.close();
    store.close();
  }
}
