package onair.awslocal.mediapackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import onair.awslocal.life.Profile;
import onair.awslocal.media.Clip;
import onair.awslocal.model.Answer;
import onair.awslocal.model.Ground;
import onair.awslocal.model.World;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.store.ObjectStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackage.MediaPackageClient;
import software.amazon.awssdk.services.mediapackage.model.Channel;
import software.amazon.awssdk.services.mediapackage.model.HarvestJob;
import software.amazon.awssdk.services.mediapackage.model.NotFoundException;
import software.amazon.awssdk.services.mediapackage.model.OriginEndpoint;
import software.amazon.awssdk.services.mediapackage.model.UnprocessableEntityException;

/**
 * MediaPackage in a process that can be restarted, beside what its API reference promises: ids are
 * given by the caller and unique per kind, a channel with endpoints stays, a package's kind never
 * changes.
 */
final class PackageWorld implements World {

  static final String HLS = "hls";
  static final String DASH = "dash";

  private static final Answer OK = Answer.OK;
  private static final Answer MISSING = Answer.refused(NotFoundException.class);
  private static final Answer INVALID = Answer.refused(UnprocessableEntityException.class);
  private static final CallContext CALLER = new CallContext("111122223333", "eu-west-1", "r");

  private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant HARVEST_END = BEGIN.plusSeconds(10);

  private record Endpoint(String channel, String kind, int seconds) {}

  private record Job(String endpoint, String status, Instant due) {}

  private final Map<String, String> channels = new TreeMap<>();
  private final Map<String, Endpoint> endpoints = new TreeMap<>();
  private final Map<String, Map<String, String>> tags = new TreeMap<>();

  private final Map<String, Job> jobs = new TreeMap<>();
  private final List<String> told = new ArrayList<>();
  private final List<String> expectedTold = new ArrayList<>();

  private final Ground ground;
  private RecordingOrigin origin = new RecordingOrigin();
  private LocalMediaPackage backend;

  PackageWorld(Path folder) {
    this.ground = new Ground(folder, BEGIN);
    this.backend = backend();
  }

  private LocalMediaPackage backend() {
    ObjectStore objects =
        new ObjectStore("s3", ground.store(), ground.folder().resolve("objects"), ground::now);
    objects.create("vod");
    return new LocalMediaPackage(
        new PackageSettings(Profile.FAST, new AppliedQuotas(ground.store(), false)),
        ground.store(),
        ground.lifecycle(),
        origin,
        new OriginDirectory(),
        (source, type, resources, detail) -> {
          Map<?, ?> job = (Map<?, ?>) detail.get("harvest_job");
          told.add(job.get("id") + " " + job.get("status") + " " + detail.containsKey("message"));
        },
        objects);
  }

  void pass(Duration time) {
    ground.pass(time);
    jobs.entrySet().stream()
        .filter(job -> job.getValue().status().equals("IN_PROGRESS"))
        .filter(job -> !job.getValue().due().isAfter(ground.now()))
        .sorted(Comparator.comparing(job -> job.getValue().due()))
        .forEach(this::end);
  }

  private void end(Map.Entry<String, Job> entry) {
    Job job = entry.getValue();
    boolean possible = origin.clips.isPresent() && endpoints.containsKey(job.endpoint());
    String status = possible ? "SUCCEEDED" : "FAILED";
    jobs.put(entry.getKey(), new Job(job.endpoint(), status, job.due()));
    expectedTold.add(entry.getKey() + " " + status + " " + !possible);
  }

  /** Whether the origin has content of the time that is harvested. */
  void content(boolean there) {
    origin.clips =
        there
            ? Optional.of(
                manifests ->
                    new Clip(
                        Duration.ofSeconds(10),
                        List.of(new Clip.File("v_1.m4s", "video/mp4", () -> new byte[1]))))
            : Optional.empty();
  }

  void harvest(String id, String endpoint) {
    Answer answer = endpoints.containsKey(endpoint) ? jobs.containsKey(id) ? INVALID : OK : MISSING;
    expect(
        answer,
        aws ->
            aws.createHarvestJob(
                j ->
                    j.id(id)
                        .originEndpointId(endpoint)
                        .startTime(BEGIN.toString())
                        .endTime(HARVEST_END.toString())
                        .s3Destination(
                            d ->
                                d.bucketName("vod")
                                    .manifestKey(id + "/index.m3u8")
                                    .roleArn("arn:aws:iam::111122223333:role/r"))));
    Endpoint source = endpoints.get(endpoint);
    if (answer.isOk() && source != null) {
      Instant turn = ground.now().plusMillis(300);
      Instant readable = HARVEST_END.plusSeconds(source.seconds()).plusSeconds(4);
      jobs.put(id, new Job(endpoint, "IN_PROGRESS", turn.isAfter(readable) ? turn : readable));
    }
  }

  void restart() {
    ground.restart();
    boolean content = origin.clips.isPresent();
    origin = new RecordingOrigin();
    content(content);
    backend = backend();
    backend.resume();
    ground.lifecycle().runDue();
  }

  void createChannel(String id, String description) {
    boolean free = !channels.containsKey(id);
    expect(free ? OK : INVALID, aws -> aws.createChannel(c -> c.id(id).description(description)));
    if (free) {
      channels.put(id, description);
      tags.put(channelArn(id), new TreeMap<>());
    }
  }

  void updateChannel(String id, String description) {
    boolean known = channels.containsKey(id);
    expect(known ? OK : MISSING, aws -> aws.updateChannel(c -> c.id(id).description(description)));
    channels.computeIfPresent(id, (same, old) -> description);
  }

  /** New credentials, the same addresses. */
  void rotate(String id) {
    List<String> before = addresses(id);
    String endpoint =
        channels.containsKey(id)
            ? channel(id).hlsIngest().ingestEndpoints().getFirst().id()
            : "none";
    String password = password(id);
    expect(
        channels.containsKey(id) ? OK : MISSING,
        aws -> aws.rotateIngestEndpointCredentials(c -> c.id(id).ingestEndpointId(endpoint)));
    assertThat(addresses(id)).isEqualTo(before);
    assertThat(channels.containsKey(id) && password(id).equals(password)).isFalse();
  }

  void deleteChannel(String id) {
    boolean used = endpoints.values().stream().anyMatch(e -> e.channel().equals(id));
    Answer answer = channels.containsKey(id) ? used ? INVALID : OK : MISSING;
    String arn = channels.containsKey(id) ? channelArn(id) : "";
    expect(answer, aws -> aws.deleteChannel(c -> c.id(id)));
    if (answer.isOk()) {
      channels.remove(id);
      tags.remove(arn);
    }
  }

  void createEndpoint(String id, String channel, String kind) {
    Answer answer =
        channels.containsKey(channel) ? endpoints.containsKey(id) ? INVALID : OK : MISSING;
    expect(
        answer,
        aws ->
            aws.createOriginEndpoint(
                e -> {
                  e.id(id).channelId(channel).startoverWindowSeconds(86_400);
                  if (kind.equals(HLS)) {
                    e.hlsPackage(p -> p.segmentDurationSeconds(2));
                  } else {
                    e.dashPackage(p -> p.segmentDurationSeconds(2));
                  }
                }));
    if (answer.isOk()) {
      endpoints.put(id, new Endpoint(channel, kind, 2));
    }
  }

  void updateEndpoint(String id, String kind, int seconds) {
    Endpoint known = endpoints.get(id);
    Answer answer = known == null ? MISSING : known.kind().equals(kind) ? OK : INVALID;
    expect(
        answer,
        aws ->
            aws.updateOriginEndpoint(
                e -> {
                  e.id(id);
                  if (kind.equals(HLS)) {
                    e.hlsPackage(p -> p.segmentDurationSeconds(seconds));
                  } else {
                    e.dashPackage(p -> p.segmentDurationSeconds(seconds));
                  }
                }));
    if (answer.isOk() && known != null) {
      endpoints.put(id, new Endpoint(known.channel(), kind, seconds));
    }
  }

  void deleteEndpoint(String id) {
    expect(
        endpoints.containsKey(id) ? OK : MISSING, aws -> aws.deleteOriginEndpoint(e -> e.id(id)));
    endpoints.remove(id);
  }

  void tag(String channel, String key, @Nullable String value) {
    boolean known = channels.containsKey(channel);
    String arn = known ? channelArn(channel) : "arn:aws:mediapackage:eu-west-1:1:channels/none";
    expect(
        known ? OK : MISSING,
        aws -> {
          if (value == null) {
            aws.untagResource(t -> t.resourceArn(arn).tagKeys(key));
          } else {
            aws.tagResource(t -> t.resourceArn(arn).tags(Map.of(key, value)));
          }
        });
    if (known && value == null) {
      tags.get(arn).remove(key);
    } else if (known) {
      tags.get(arn).put(key, value);
    }
  }

  @Override
  public void check() {
    assertThat(call(aws -> aws.listChannels(c -> c.maxResults(10))).channels())
        .as("channels")
        .extracting(Channel::id)
        .containsExactlyInAnyOrderElementsOf(channels.keySet());
    channels.forEach(
        (id, description) -> {
          assertThat(channel(id).description()).as("channel " + id).isEqualTo(description);
          assertThat(
                  call(aws -> aws.listTagsForResource(t -> t.resourceArn(channelArn(id)))).tags())
              .as("tags of channel " + id)
              .isEqualTo(tags.get(channelArn(id)));
          assertThat(call(aws -> aws.listOriginEndpoints(e -> e.channelId(id))).originEndpoints())
              .as("endpoints of channel " + id)
              .extracting(OriginEndpoint::id)
              .containsExactlyInAnyOrderElementsOf(endpointsOf(id));
        });
    endpoints.forEach(this::check);
    assertThat(
            call(aws -> aws.listHarvestJobs(j -> {})).harvestJobs().stream()
                .collect(Collectors.toMap(HarvestJob::id, HarvestJob::statusAsString)))
        .as("harvest jobs")
        .isEqualTo(
            jobs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, job -> job.getValue().status())));
    assertThat(told)
        .as("what EventBridge was told")
        .containsExactlyInAnyOrderElementsOf(expectedTold);
    assertThat(origin.open.keySet())
        .as("what is open at the origin")
        .containsExactlyInAnyOrderElementsOf(
            channels.keySet().stream().map(PackageWorld::target).toList());
    channels
        .keySet()
        .forEach(
            id ->
                assertThat(origin.open.get(target(id)))
                    .as("what the origin packages of " + id)
                    .hasSize(endpointsOf(id).size()));
  }

  private void check(String id, Endpoint endpoint) {
    OriginEndpoint seen =
        call(
            aws ->
                aws.listOriginEndpoints().originEndpoints().stream()
                    .filter(e -> e.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("endpoint " + id + " is not listed")));
    Integer seconds =
        endpoint.kind().equals(HLS)
            ? seen.hlsPackage().segmentDurationSeconds()
            : seen.dashPackage().segmentDurationSeconds();
    assertThat(seconds).as("segments of endpoint " + id).isEqualTo(endpoint.seconds());
    assertThat(seen.channelId()).as("channel of endpoint " + id).isEqualTo(endpoint.channel());
  }

  private List<String> endpointsOf(String channel) {
    return endpoints.entrySet().stream()
        .filter(e -> e.getValue().channel().equals(channel))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String target(String channel) {
    return "mediapackage/111122223333/eu-west-1/" + channel;
  }

  private Channel channel(String id) {
    return call(
        aws ->
            aws.listChannels().channels().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("channel " + id + " is not listed")));
  }

  private String channelArn(String id) {
    return call(aws -> aws.describeChannel(c -> c.id(id)).arn());
  }

  private List<String> addresses(String id) {
    return channels.containsKey(id)
        ? channel(id).hlsIngest().ingestEndpoints().stream().map(e -> e.url()).toList()
        : List.of();
  }

  private String password(String id) {
    return channels.containsKey(id)
        ? channel(id).hlsIngest().ingestEndpoints().getFirst().password()
        : "";
  }

  private void expect(Answer expected, Consumer<MediaPackageClient> call) {
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

  private <T> T call(Function<MediaPackageClient, T> call) {
    return CALLER.call(() -> call.apply(backend));
  }

  @Override
  public void close() {
    ground.close();
  }
}
