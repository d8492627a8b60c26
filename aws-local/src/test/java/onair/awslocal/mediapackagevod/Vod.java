package onair.awslocal.mediapackagevod;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.protocol.Backend;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.resource.LocalApi;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.ObjectMeta;
import onair.awslocal.store.ObjectStore;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.mediapackagevod.MediaPackageVodClient;
import software.amazon.awssdk.services.mediapackagevod.model.CreatePackagingConfigurationResponse;
import software.amazon.awssdk.services.mediapackagevod.model.DescribeAssetResponse;

/** MediaPackage VOD on a real port over a folder, time moved by hand, the AWS SDK as its client. */
final class Vod implements AutoCloseable, InstantSource {

  static final String ACCOUNT = "111122223333";
  static final String ROLE = "arn:aws:iam::111122223333:role/MpVodRead";
  static final String SOURCE = "arn:aws:s3:::vod-bucket/film/index.m3u8";

  final OriginDirectory directory = new OriginDirectory();
  final Map<String, String> secrets = new HashMap<>();
  final List<Map<String, ?>> events = new ArrayList<>();
  final AppliedQuotas quotas;
  final MediaPackageVodClient client;

  private final StateStore store;
  private final ObjectStore objects;
  private final Lifecycle lifecycle;
  private final LocalApi api;
  private volatile Instant now;

  Vod(Path folder, Instant now) throws Exception {
    this.now = now;
    this.store = new StateStore(folder);
    this.objects = new ObjectStore("s3", store, folder.resolve("objects"), this);
    this.lifecycle = Lifecycle.manual(this);
    this.quotas = new AppliedQuotas(store, false);
    var backend =
        new LocalMediaPackageVod(
            Profile.FAST,
            quotas,
            store,
            lifecycle,
            (source, type, resources, detail) -> events.add(detail),
            objects,
            directory,
            (scope, arn) -> Optional.ofNullable(secrets.get(arn)));
    this.api =
        new LocalApi(
            new Backend("mediapackage-vod", MediaPackageVodClient.class, backend), ACCOUNT);
    backend.resume();
    this.client = api.client(MediaPackageVodClient.builder(), Region.EU_WEST_1);
  }

  static Vod in(Path folder) throws Exception {
    return new Vod(folder, Instant.parse("2026-11-22T10:00:00Z"));
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Longer than an ingest takes. */
  void settle() {
    for (int i = 0; i < 3; i++) {
      now = now.plus(Duration.ofSeconds(1));
      lifecycle.runDue();
    }
  }

  void object(String key, String text) throws IOException {
    objects.create("vod-bucket");
    objects
        .bucket("vod-bucket")
        .orElseThrow()
        .put(
            key,
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            ObjectMeta.of("video/mp4"));
  }

  /** A film of two variants with sound, as MediaConvert names its files. */
  void film() throws IOException {
    object(
        "film/index.m3u8",
        """
        #EXTM3U
        #EXT-X-VERSION:7
        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="a",URI="indexa.m3u8"
        #EXT-X-STREAM-INF:AVERAGE-BANDWIDTH=900000,BANDWIDTH=1000000,AUDIO="audio"
        indexlow.m3u8
        #EXT-X-STREAM-INF:BANDWIDTH=5000000,AUDIO="audio"
        indexhigh.m3u8
        """);
    for (String track : List.of("a", "low", "high")) {
      object(
          "film/index" + track + ".m3u8",
          """
          #EXTM3U
          #EXT-X-MAP:URI="index%sinit.cmfv"
          #EXTINF:2.0,
          index%s_000000001.cmfv
          #EXT-X-ENDLIST
          """
              .formatted(track, track));
      object("film/index" + track + "init.cmfv", "init of " + track);
      object("film/index" + track + "_000000001.cmfv", "segment of " + track);
    }
    object("film/notes.txt", "nobody's business");
  }

  void group() {
    client.createPackagingGroup(g -> g.id("films"));
  }

  CreatePackagingConfigurationResponse cmaf(String id) {
    return client.createPackagingConfiguration(
        c ->
            c.id(id)
                .packagingGroupId("films")
                .cmafPackage(p -> p.hlsManifests(m -> m.manifestName("main"))));
  }

  DescribeAssetResponse asset(String id) {
    client.createAsset(
        a -> a.id(id).packagingGroupId("films").sourceArn(SOURCE).sourceRoleArn(ROLE));
    settle();
    return client.describeAsset(a -> a.id(id));
  }

  /** What anybody gets from a URL. */
  OriginResponse fetch(String url, Map<String, String> headers) {
    URI uri = URI.create(url);
    return directory.fetch(
        uri.getHost(),
        OriginRequest.anonymous("GET", uri.getPath(), Map.of()).with(headers, new byte[0]));
  }

  OriginResponse fetch(String url) {
    return fetch(url, Map.of());
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
