package onair.awslocal.mediapackage;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.awslocal.MovableClock;
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
import software.amazon.awssdk.services.mediapackage.MediaPackageClient;
import software.amazon.awssdk.services.mediapackage.model.CreateOriginEndpointRequest;

/**
 * MediaPackage on a real port over a folder, with an origin that only remembers, and the AWS SDK as
 * its client.
 */
final class PackageV1 implements AutoCloseable {

  static final String TARGET = "mediapackage/111122223333/eu-west-1/ev";

  final RecordingOrigin origin = new RecordingOrigin();
  final OriginDirectory directory = new OriginDirectory();
  final MediaPackageClient client;

  final List<Map<String, ?>> events = new ArrayList<>();
  final ObjectStore objects;

  private final MovableClock clock = new MovableClock();
  private final StateStore store;
  private final Lifecycle lifecycle = Lifecycle.manual(clock);
  private final LocalApi api;

  PackageV1(Path folder, boolean quotas) throws Exception {
    this.store = new StateStore(folder);
    this.objects = new ObjectStore("s3", store, folder.resolve("objects"), clock);
    var backend =
        new LocalMediaPackage(
            new PackageSettings(Profile.FAST, new AppliedQuotas(store, quotas)),
            store,
            lifecycle,
            origin,
            directory,
            (source, type, resources, detail) -> events.add(Map.of(type, detail)),
            objects);
    this.api =
        new LocalApi(
            new Backend("mediapackage", MediaPackageClient.class, backend), "111122223333");
    backend.resume();
    this.client = api.client(MediaPackageClient.builder(), Region.EU_WEST_1);
  }

  static PackageV1 in(Path folder) throws Exception {
    return new PackageV1(folder, false);
  }

  void pass(Duration time) {
    clock.pass(time);
    lifecycle.runDue();
  }

  /** A channel {@code ev}. */
  void channel() {
    client.createChannel(c -> c.id("ev").tags(Map.of("tenant", "t1")));
  }

  /** Request for an HLS endpoint of {@link #channel}. */
  static CreateOriginEndpointRequest.Builder hls(String id) {
    return CreateOriginEndpointRequest.builder()
        .channelId("ev")
        .id(id)
        .startoverWindowSeconds(3600)
        .hlsPackage(p -> p.segmentDurationSeconds(2));
  }

  /** What anybody gets from a URL. */
  OriginResponse fetch(String url) {
    URI uri = URI.create(url);
    return directory.fetch(
        uri.getHost(), OriginRequest.anonymous("GET", uri.getPath(), Map.of("start", "1")));
  }

  static String text(OriginResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws Exception {
    client.close();
    api.close();
    store.close();
  }
}
