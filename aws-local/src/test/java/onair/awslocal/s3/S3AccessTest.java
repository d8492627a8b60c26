package onair.awslocal.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.state.Codecs;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import onair.awslocal.store.ObjectMeta;
import onair.awslocal.store.ObjectStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket as the CDN's origin. */
class S3AccessTest {

  private static final String HOST = "vod.s3.eu-west-1.amazonaws.com";
  private static final String ARN = "arn:aws:cloudfront::111122223333:distribution/E1";

  @TempDir private Path folder;
  private final OriginDirectory origins = new OriginDirectory();
  private StateStore state;
  private Table<BucketSettings> settings;
  private ObjectStore store;

  @BeforeEach
  void open() throws IOException {
    state = new StateStore(folder.resolve("state"));
    store = new ObjectStore("s3", state, folder.resolve("objects"), InstantSource.system());
    settings = state.table("settings", Codecs.json(BucketSettings.class));
    S3Access[] access = new S3Access[1];
    BucketHosts hosts =
        new BucketHosts(origins, "eu-west-1", (bucket, ask) -> access[0].answer(bucket, ask));
    BucketOperations buckets = new BucketOperations(store, settings, hosts);
    access[0] = new S3Access(store, buckets);
    buckets.create("vod");
    store
        .bucket("vod")
        .orElseThrow()
        .put(
            "vod/a/index.m3u8",
            new ByteArrayInputStream("#EXTM3U".getBytes()),
            new ObjectMeta("application/vnd.apple.mpegurl", "max-age=2", Map.of()));
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void isReadByTheDistributionThatItsPolicyNamesAndByNoOther() {
    policy("\"s3:GetObject\"", "\"arn:aws:s3:::vod/*\"");

    OriginResponse answer = signed(ARN, "/vod/a/index.m3u8");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/vnd.apple.mpegurl");
    assertThat(answer.maxAge()).hasSeconds(2);
    assertThat(signed(ARN + "X", "/vod/a/index.m3u8").status()).isEqualTo(403);
    assertThat(
            origins
                .fetch(HOST, OriginRequest.anonymous("GET", "/vod/a/index.m3u8", Map.of()))
                .status())
        .isEqualTo(403);
    assertThat(signed(ARN, "/").status()).isEqualTo(403);
  }

  @Test
  void saysThatAnObjectIsMissingOnlyToWhoMayList() {
    policy("\"s3:GetObject\"", "\"arn:aws:s3:::vod/*\"");
    assertThat(signed(ARN, "/vod/none").status()).isEqualTo(403);

    policy(
        "[\"s3:GetObject\", \"s3:ListBucket\"]", "[\"arn:aws:s3:::vod/*\", \"arn:aws:s3:::vod\"]");
    assertThat(signed(ARN, "/vod/none").status()).isEqualTo(404);
  }

  private OriginResponse signed(String arn, String path) {
    return origins.fetch(
        HOST,
        new OriginRequest("GET", path, Map.of(), "cloudfront.amazonaws.com", arn, "111122223333"));
  }

  private void policy(String actions, String resources) {
    settings.put(
        "vod",
        BucketSettings.NONE.withPolicy(
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
             "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": %s, "Resource": %s,
             "Condition": {"StringEquals": {"aws:SourceArn": "%s"}}}}
            """
                .formatted(actions, resources, ARN)));
  }
}
