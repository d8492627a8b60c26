package onair.awslocal.mediapackagev2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
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
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.ConflictException;
import software.amazon.awssdk.services.mediapackagev2.model.HarvestJob;

/** MediaPackage v2 in a process that can be restarted, beside {@link HistoryModel}. */
final class HistoryWorld implements World {

  private static final CallContext CALLER = new CallContext("111122223333", "eu-west-1", "r");
  private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant HARVEST_END = BEGIN.plusSeconds(10);

  /** A segment's length and the time until it can be read. */
  private static final Duration LATE = Duration.ofSeconds(6);

  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": "*", "Action": "mediapackagev2:*", "Resource": "*"}]}
      """;

  private record Seen(String description, String etag, @Nullable Instant resetAt) {}

  final HistoryModel model = new HistoryModel(BEGIN);

  private final Ground ground;
  private final Map<String, String> formerEtags = new HashMap<>();
  private final Map<String, List<String>> told = new HashMap<>();
  private FakeOrigin origin = new FakeOrigin();
  private LocalMediaPackageV2 backend;

  HistoryWorld(Path folder) {
    this.ground = new Ground(folder, BEGIN);
    this.backend = backend();
  }

  private LocalMediaPackageV2 backend() {
    ObjectStore objects =
        new ObjectStore("s3", ground.store(), ground.folder().resolve("objects"), ground::now);
    objects.create("vod");
    return new LocalMediaPackageV2(
        new MediaPackageSettings(Profile.FAST, new AppliedQuotas(ground.store(), false)),
        ground.store(),
        ground.lifecycle(),
        origin,
        new OriginDirectory(),
        (source, type, resources, detail) -> tell((Map<?, ?>) detail.get("harvestJob")),
        objects);
  }

  private void tell(Map<?, ?> job) {
    String path =
        "%s/%s/%s/%s"
            .formatted(
                job.get("channelGroupName"),
                job.get("channelName"),
                job.get("originEndpointName"),
                job.get("harvestJobName"));
    told.computeIfAbsent(path, same -> new ArrayList<>()).add(String.valueOf(job.get("status")));
  }

  void pass(Duration time) {
    ground.pass(time);
    model.pass(time);
  }

  void restart() {
    ground.restart();
    boolean content = origin.clip.isPresent();
    origin = new FakeOrigin();
    content(content);
    backend = backend();
    backend.resume();
    ground.lifecycle().runDue();
  }

  /** Whether the origin has content of the time that is harvested. */
  void content(boolean there) {
    origin.clip =
        there
            ? Optional.of(
                new Clip(
                    Duration.ofSeconds(10),
                    List.of(new Clip.File("v_1.m4s", "video/mp4", () -> new byte[1]))))
            : Optional.empty();
    model.content = there;
  }

  void create(String path, String description, String token) {
    String[] name = path.split("/");
    expect(
        name.length == 4
            ? model.harvest(path, description, token, HARVEST_END.plus(LATE))
            : model.create(path, description, token),
        aws -> create(aws, name, description, token));
    HistoryModel.Thing thing = model.things.get(path);
    if (thing != null && thing.etag.isEmpty()) {
      thing.etag = seen(path).etag();
    }
  }

  private void create(MediaPackageV2Client aws, String[] name, String description, String token) {
    switch (name.length) {
      case 1 ->
          aws.createChannelGroup(
              g -> g.channelGroupName(name[0]).description(description).clientToken(token));
      case 2 ->
          aws.createChannel(
              c ->
                  c.channelGroupName(name[0])
                      .channelName(name[1])
                      .inputType("CMAF")
                      .description(description)
                      .clientToken(token));
      case 3 ->
          aws.createOriginEndpoint(
              MediaPackage.cmaf(name[2])
                  .channelGroupName(name[0])
                  .channelName(name[1])
                  .description(description)
                  .clientToken(token)
                  .build());
      default ->
          aws.createHarvestJob(
              j ->
                  j.channelGroupName(name[0])
                      .channelName(name[1])
                      .originEndpointName(name[2])
                      .harvestJobName(name[3])
                      .description(description)
                      .clientToken(token)
                      .harvestedManifests(m -> m.hlsManifests(h -> h.manifestName("index")))
                      .scheduleConfiguration(s -> s.startTime(BEGIN).endTime(HARVEST_END))
                      .destination(
                          d -> d.s3Destination(s -> s.bucketName("vod").destinationPath(name[3]))));
    }
  }

  /**
   * @param version {@code none}, {@code current} or {@code former}
   */
  void update(String path, String description, String version) {
    String[] name = path.split("/");
    String etag = etag(path, version);
    Answer expected = model.update(path, description, etag);
    expect(expected, aws -> update(aws, name, description, etag));
    HistoryModel.Thing thing = model.things.get(path);
    if (thing != null && expected.isOk()) {
      formerEtags.put(path, thing.etag);
      thing.etag = seen(path).etag();
      assertThat(thing.etag)
          .as("every update gives a new version")
          .isNotEqualTo(formerEtags.get(path));
    }
  }

  private static void update(
      MediaPackageV2Client aws, String[] name, String description, @Nullable String etag) {
    switch (name.length) {
      case 1 ->
          aws.updateChannelGroup(
              g -> g.channelGroupName(name[0]).description(description).eTag(etag));
      case 2 ->
          aws.updateChannel(
              c ->
                  c.channelGroupName(name[0])
                      .channelName(name[1])
                      .description(description)
                      .eTag(etag));
      default ->
          aws.updateOriginEndpoint(
              e ->
                  e.channelGroupName(name[0])
                      .channelName(name[1])
                      .originEndpointName(name[2])
                      .containerType("CMAF")
                      .segment(s -> s.segmentDurationSeconds(2))
                      .startoverWindowSeconds(3600)
                      .hlsManifests(m -> m.manifestName("index"))
                      .description(description)
                      .eTag(etag));
    }
  }

  void delete(String path) {
    String[] name = path.split("/");
    expect(
        model.delete(path),
        aws -> {
          switch (name.length) {
            case 1 -> aws.deleteChannelGroup(g -> g.channelGroupName(name[0]));
            case 2 -> aws.deleteChannel(c -> c.channelGroupName(name[0]).channelName(name[1]));
            default ->
                aws.deleteOriginEndpoint(
                    e ->
                        e.channelGroupName(name[0])
                            .channelName(name[1])
                            .originEndpointName(name[2]));
          }
        });
  }

  /** Of a channel or an endpoint. */
  void reset(String path) {
    String[] name = path.split("/");
    expect(
        model.reset(path),
        aws -> {
          if (name.length == 2) {
            aws.resetChannelState(c -> c.channelGroupName(name[0]).channelName(name[1]));
          } else {
            aws.resetOriginEndpointState(
                e -> e.channelGroupName(name[0]).channelName(name[1]).originEndpointName(name[2]));
          }
        });
  }

  /** Of a channel or an endpoint. */
  void policy(String path, boolean wanted) {
    String[] name = path.split("/");
    expect(
        model.policy(path, wanted ? POLICY : null),
        aws -> {
          if (name.length == 2 && wanted) {
            aws.putChannelPolicy(
                c -> c.channelGroupName(name[0]).channelName(name[1]).policy(POLICY));
          } else if (name.length == 2) {
            aws.deleteChannelPolicy(c -> c.channelGroupName(name[0]).channelName(name[1]));
          } else if (wanted) {
            aws.putOriginEndpointPolicy(
                e ->
                    e.channelGroupName(name[0])
                        .channelName(name[1])
                        .originEndpointName(name[2])
                        .policy(POLICY));
          } else {
            aws.deleteOriginEndpointPolicy(
                e -> e.channelGroupName(name[0]).channelName(name[1]).originEndpointName(name[2]));
          }
        });
  }

  void cancel(String path, String version) {
    String[] name = path.split("/");
    HistoryModel.Thing job = model.things.get(path);
    if (job != null) {
      job.etag = seen(path).etag(); // its end changes it too
    }
    String etag = etag(path, version);
    expect(
        model.cancel(path, etag),
        aws ->
            aws.cancelHarvestJob(
                j ->
                    j.channelGroupName(name[0])
                        .channelName(name[1])
                        .originEndpointName(name[2])
                        .harvestJobName(name[3])
                        .eTag(etag)));
  }

  private @Nullable String etag(String path, String version) {
    HistoryModel.Thing thing = model.things.get(path);
    return switch (version) {
      case "none" -> null;
      case "current" -> thing == null ? "none" : thing.etag;
      default -> formerEtags.getOrDefault(path, "never was");
    };
  }

  @Override
  public void check() {
    model.things.forEach(this::check);
    for (String path : List.of("a", "b", "a/a", "a/a/a")) {
      if (!model.things.containsKey(path)) {
        assertThat(answer(() -> seen(path))).as(path).isEqualTo(HistoryModel.MISSING);
      }
    }
    assertThat(
            call(aws -> aws.listChannelGroups(g -> {})).items().stream()
                .map(g -> g.channelGroupName()))
        .as("groups")
        .containsExactlyInAnyOrderElementsOf(model.at(0));
    model.at(0).forEach(this::checkChannels);
    assertThat(new TreeSet<>(origin.open.keySet()))
        .as("channels that are open at the origin")
        .containsExactlyElementsOf(model.at(1).stream().map(HistoryWorld::target).toList());
    assertThat(told).as("what EventBridge was told").isEqualTo(model.told);
  }

  private void checkChannels(String group) {
    assertThat(
            call(aws -> aws.listChannels(c -> c.channelGroupName(group))).items().stream()
                .map(c -> group + "/" + c.channelName()))
        .as("channels of group " + group)
        .containsExactlyInAnyOrderElementsOf(
            model.at(1).stream().filter(p -> p.startsWith(group + "/")).toList());
    assertThat(
            call(aws -> aws.listHarvestJobs(j -> j.channelGroupName(group))).items().stream()
                .map(HarvestJob::statusAsString))
        .as("harvest jobs of group " + group)
        .containsExactlyInAnyOrderElementsOf(
            model.at(3).stream()
                .filter(p -> p.startsWith(group + "/"))
                .map(p -> model.things.get(p).status)
                .toList());
  }

  private void check(String path, HistoryModel.Thing thing) {
    String[] name = path.split("/");
    Seen seen = seen(path);
    assertThat(seen.description()).as(path).isEqualTo(thing.now);
    if (name.length == 4) {
      assertThat(status(name)).as(path).isEqualTo(thing.status);
      return;
    }
    assertThat(seen.etag()).as("version of " + path).isEqualTo(thing.etag);
    assertThat(seen.resetAt()).as("last reset of " + path).isEqualTo(thing.resetAt);
    if (name.length == 3) {
      assertThat(origin.open.get(target(name[0] + "/" + name[1]))).containsKey(name[2]);
    }
    if (name.length > 1) {
      assertThat(answer(() -> policyOf(name)))
          .as("policy of " + path)
          .isEqualTo(thing.policy == null ? HistoryModel.MISSING : HistoryModel.OK);
    }
  }

  private String status(String[] name) {
    return call(
        aws ->
            aws.getHarvestJob(
                    j ->
                        j.channelGroupName(name[0])
                            .channelName(name[1])
                            .originEndpointName(name[2])
                            .harvestJobName(name[3]))
                .statusAsString());
  }

  private String policyOf(String[] name) {
    return call(
        aws ->
            name.length == 2
                ? aws.getChannelPolicy(c -> c.channelGroupName(name[0]).channelName(name[1]))
                    .policy()
                : aws.getOriginEndpointPolicy(
                        e ->
                            e.channelGroupName(name[0])
                                .channelName(name[1])
                                .originEndpointName(name[2]))
                    .policy());
  }

  private Seen seen(String path) {
    String[] name = path.split("/");
    return call(
        aws ->
            switch (name.length) {
              case 1 -> {
                var group = aws.getChannelGroup(g -> g.channelGroupName(name[0]));
                yield new Seen(group.description(), group.eTag(), null);
              }
              case 2 -> {
                var channel = aws.getChannel(c -> c.channelGroupName(name[0]).channelName(name[1]));
                yield new Seen(channel.description(), channel.eTag(), channel.resetAt());
              }
              case 3 -> {
                var endpoint =
                    aws.getOriginEndpoint(
                        e ->
                            e.channelGroupName(name[0])
                                .channelName(name[1])
                                .originEndpointName(name[2]));
                yield new Seen(endpoint.description(), endpoint.eTag(), endpoint.resetAt());
              }
              default -> {
                var job =
                    aws.getHarvestJob(
                        j ->
                            j.channelGroupName(name[0])
                                .channelName(name[1])
                                .originEndpointName(name[2])
                                .harvestJobName(name[3]));
                yield new Seen(job.description(), job.eTag(), null);
              }
            });
  }

  private static String target(String channelPath) {
    return "mediapackagev2/111122223333/eu-west-1/" + channelPath;
  }

  private void expect(Answer expected, Consumer<MediaPackageV2Client> call) {
    assertThat(
            answer(
                () ->
                    call(
                        aws -> {
                          call.accept(aws);
                          return true;
                        })))
        .as("answer")
        .isEqualTo(expected);
  }

  private static Answer answer(Runnable call) {
    Answer[] conflict = new Answer[1];
    Answer answer =
        Answer.to(
            () -> {
              try {
                call.run();
              } catch (ConflictException e) {
                conflict[0] = HistoryModel.conflict(e.conflictExceptionTypeAsString());
              }
            });
    return conflict[0] == null ? answer : conflict[0];
  }

  private <T> T call(Function<MediaPackageV2Client, T> call) {
    return CALLER.call(() -> call.apply(backend));
  }

  @Override
  public void close() {
    ground.close();
  }
}
