package onair.awslocal.mediaconvert;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import onair.awslocal.MediaFiles;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.transcode.MediaLimits;
import onair.awslocal.media.transcode.Transcoder;
import onair.awslocal.media.transcode.TranscoderConfig;
import onair.awslocal.protocol.Backend;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.resource.LocalApi;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectMeta;
import onair.awslocal.store.ObjectStore;
import onair.awslocal.store.StoredObject;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobStatus;

/**
 * MediaConvert on a real port over a folder, with real ffmpeg, time moved by hand, and the AWS SDK
 * as its client. The buckets {@link #IN} and {@link #OUT} exist.
 */
final class MediaConvert implements AutoCloseable, InstantSource {

  static final String ACCOUNT = "111122223333";
  static final String IN = "input-bucket";
  static final String OUT = "output-bucket";

  final RecordedEvents events = new RecordedEvents();
  final MediaConvertClient client;
  final MediaFiles files;

  private final Path folder;
  private final StateStore state;
  private final Lifecycle lifecycle = Lifecycle.manual(this);
  private final LocalMediaConvert backend;
  final AppliedQuotas quotas;
  private final ObjectStore store;
  private final LocalApi api;
  private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

  /** A process over this folder; another one may go on when it is closed. */
  MediaConvert(Path folder) throws Exception {
    this.folder = folder;
    this.files = new MediaFiles(folder);
    this.state = new StateStore(folder.resolve("state"));
    this.store = new ObjectStore("s3", state, folder.resolve("objects"), this);
    store.create(IN);
    store.create(OUT);
    Transcoder transcoder =
        Transcoder.start(
            new TranscoderConfig(
                files.ffmpeg(), "ultrafast", 1, folder.resolve("work"), MediaLimits.DEFAULT));
    this.quotas = new AppliedQuotas(state, false);
    this.backend =
        new LocalMediaConvert(
            state,
            lifecycle,
            events,
            transcoder,
            store,
            folder.resolve("jobs"),
            () -> URI.create("http://127.0.0.1:4566"),
            quotas);
    this.api =
        new LocalApi(new Backend("mediaconvert", MediaConvertClient.class, backend), ACCOUNT);
    backend.resume();
    this.client = api.client(MediaConvertClient.builder(), Region.EU_WEST_1);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Puts a file into the bucket of inputs. */
  void upload(String key, Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      bucket(IN).put(key, bytes, ObjectMeta.of("video/mp4"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The outputs' keys. */
  List<String> outputs() {
    return bucket(OUT).list("", "", null, 10_000).objects().stream()
        .map(StoredObject::key)
        .toList();
  }

  /** All outputs as files in a folder. */
  Path download() throws IOException {
    Path target = Files.createTempDirectory(folder, "download");
    for (StoredObject object : bucket(OUT).list("", "", null, 10_000).objects()) {
      Path file = target.resolve(object.key());
      Files.createDirectories(file.getParent());
      Files.copy(bucket(OUT).file(object), file);
    }
    return target;
  }

  String contentType(String key) {
    return bucket(OUT).get(key).orElseThrow().meta().contentType();
  }

  private Bucket bucket(String name) {
    return store.bucket(name).orElseThrow();
  }

  Job job(String id) {
    return client.getJob(j -> j.id(id)).job();
  }

  /** The job once it has ended. */
  Job ended(String id) {
    return await()
        .atMost(Duration.ofSeconds(180))
        .until(
            () -> job(id),
            job -> job.status() != JobStatus.SUBMITTED && job.status() != JobStatus.PROGRESSING);
  }

  /** Whether nothing unfinished is left on the disk. */
  boolean isTidy() throws IOException {
    Path work = folder.resolve("jobs");
    if (Files.notExists(work)) {
      return true;
    }
    try (var left = Files.list(work)) {
      return left.findAny().isEmpty();
    }
  }

  @Override
  public void close() throws Exception {
    client.close();
    api.close();
    backend.close();
    lifecycle.close();
    state.close();
  }
}
