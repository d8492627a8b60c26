package onair.awslocal.medialive;

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
import onair.awslocal.media.IngestPoint;
import onair.awslocal.model.Answer;
import onair.awslocal.model.Ground;
import onair.awslocal.model.World;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.quota.AppliedQuotas;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelSummary;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputRequest;
import software.amazon.awssdk.services.medialive.model.InputDestinationRequest;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;

/** MediaLive in a process that can be restarted, beside {@link HistoryModel}. */
final class HistoryWorld implements World {

  private static final CallContext CALLER = new CallContext("111122223333", "eu-west-1", "r");
  private static final String NOBODY = "0000000";
  private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

  /** Longer than any change of state takes. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  final HistoryModel model = new HistoryModel(BEGIN);

  private final Ground ground;
  private final RecordedEvents events = new RecordedEvents();
  private final Map<HistoryModel.Thing, String> ids = new HashMap<>();
  private final Map<HistoryModel.Thing, CreateInputRequest> inputs = new HashMap<>();
  private final Map<HistoryModel.Thing, CreateChannelRequest> channels = new HashMap<>();
  private FakeEncoders encoders = new FakeEncoders();
  private LocalMediaLive backend;

  HistoryWorld(Path folder) {
    this.ground = new Ground(folder, BEGIN);
    this.backend = backend();
  }

  private LocalMediaLive backend() {
    var quotas = new AppliedQuotas(ground.store(), false);
    var settings = new MediaLiveSettings("127.0.0.1", 1935, Profile.FAST, quotas);
    return new LocalMediaLive(
        settings,
        ground.store(),
        ground.lifecycle(),
        events,
        encoders,
        new FakeFlows(),
        (scope, arn) -> Optional.empty());
  }

  void pass(Duration time) {
    ground.pass(time);
    model.pass(time);
  }

  void restart() {
    ground.restart();
    encoders = new FakeEncoders();
    backend = backend();
    backend.resume();
    ground.lifecycle().runDue();
    model.restart();
  }

  void fill(boolean full) {
    encoders.full = full;
    model.full = full;
  }

  void createGroup(int slot) {
    var group = model.groups.get(slot);
    if (group.canBeMade()) {
      expect(
          model.createGroup(group),
          aws ->
              ids.put(
                  group,
                  aws.createInputSecurityGroup(g -> g.whitelistRules(r -> r.cidr("0.0.0.0/0")))
                      .securityGroup()
                      .id()));
    }
  }

  void updateGroup(int slot) {
    var group = model.groups.get(slot);
    expect(
        model.updateGroup(group),
        aws ->
            aws.updateInputSecurityGroup(
                g -> g.inputSecurityGroupId(id(group)).whitelistRules(r -> r.cidr("10.0.0.0/8"))));
  }

  void deleteGroup(int slot) {
    var group = model.groups.get(slot);
    expect(
        model.deleteGroup(group),
        aws -> aws.deleteInputSecurityGroup(g -> g.inputSecurityGroupId(id(group))));
  }

  /** A new one when there is none; else the call that made it again, or with another name. */
  void createInput(int slot, int group, boolean otherwise) {
    var input = model.inputs.get(slot);
    if (input.canBeMade()) {
      input.generation++;
      CreateInputRequest request = request(slot, input, group);
      inputs.put(input, request);
      expect(
          model.createInput(input, group),
          aws -> ids.put(input, aws.createInput(request).input().id()));
    } else {
      CreateInputRequest again =
          inputs.get(input).toBuilder().name(otherwise ? "other" : "input").build();
      expect(
          model.repeatInput(input, otherwise),
          aws -> assertThat(aws.createInput(again).input().id()).isEqualTo(id(input)));
    }
  }

  private CreateInputRequest request(int slot, HistoryModel.Input input, int group) {
    return CreateInputRequest.builder()
        .name("input")
        .requestId("input-" + slot + "-" + input.generation)
        .type(InputType.RTMP_PUSH)
        .inputSecurityGroups(id(model.groups.get(group)))
        .destinations(
            points(slot, input).stream()
                .map(p -> p.app() + "/" + p.stream())
                .map(name -> InputDestinationRequest.builder().streamName(name).build())
                .toList())
        .build();
  }

  private static List<IngestPoint> points(int slot, HistoryModel.Input input) {
    IngestPoint first = new IngestPoint("live", "a" + slot);
    return input.standard ? List.of(first, new IngestPoint("live", "b" + slot)) : List.of(first);
  }

  void updateInput(int slot) {
    var input = model.inputs.get(slot);
    expect(model.updateInput(input), aws -> aws.updateInput(i -> i.inputId(id(input)).name("b")));
  }

  void deleteInput(int slot) {
    var input = model.inputs.get(slot);
    expect(model.deleteInput(input), aws -> aws.deleteInput(i -> i.inputId(id(input))));
  }

  /** A new one when there is none; else the call that made it again, or with another name. */
  void createChannel(int slot, int input, boolean otherwise) {
    var channel = model.channels.get(slot);
    if (channel.canBeMade()) {
      channel.generation++;
      CreateChannelRequest request =
          ChannelRequests.live("c" + slot, id(model.inputs.get(input))).toBuilder()
              .requestId("channel-" + slot + "-" + channel.generation)
              .build();
      channels.put(channel, request);
      expect(
          model.createChannel(channel, input),
          aws -> ids.put(channel, aws.createChannel(request).channel().id()));
    } else {
      CreateChannelRequest again =
          otherwise
              ? channels.get(channel).toBuilder().name("other").build()
              : channels.get(channel);
      expect(
          model.repeatChannel(channel, otherwise),
          aws -> assertThat(aws.createChannel(again).channel().id()).isEqualTo(id(channel)));
    }
  }

  void updateChannel(int slot, int input) {
    var channel = model.channels.get(slot);
    String inputId = id(model.inputs.get(input));
    expect(
        model.updateChannel(channel, input),
        aws ->
            aws.updateChannel(
                c ->
                    c.channelId(id(channel))
                        .inputAttachments(a -> a.inputId(inputId).inputAttachmentName("main"))));
  }

  void updateClass(int slot, boolean standard) {
    var channel = model.channels.get(slot);
    expect(
        model.updateClass(channel, standard),
        aws ->
            aws.updateChannelClass(
                c ->
                    c.channelId(id(channel))
                        .channelClass(standard ? "STANDARD" : "SINGLE_PIPELINE")));
  }

  void start(int slot) {
    var channel = model.channels.get(slot);
    expect(model.start(channel), aws -> aws.startChannel(c -> c.channelId(id(channel))));
  }

  void stop(int slot) {
    var channel = model.channels.get(slot);
    expect(model.stop(channel), aws -> aws.stopChannel(c -> c.channelId(id(channel))));
  }

  void delete(int slot) {
    var channel = model.channels.get(slot);
    expect(model.delete(channel), aws -> aws.deleteChannel(c -> c.channelId(id(channel))));
  }

  /** As far as that is possible now; most histories would take long to get there by chance. */
  void onAir(int slot) {
    createGroup(slot);
    createInput(slot, slot, false);
    pass(SETTLED);
    createChannel(slot, slot, false);
    pass(SETTLED);
    start(slot);
    pass(SETTLED);
  }

  void restartPipelines(int slot, boolean second) {
    var channel = model.channels.get(slot);
    expect(
        model.restartPipelines(channel, second),
        aws ->
            aws.restartChannelPipelines(
                c ->
                    c.channelId(id(channel))
                        .pipelineIdsWithStrings(second ? "PIPELINE_1" : "PIPELINE_0")));
  }

  /** All channels in one call: what is refused of one does not touch the other. */
  void stopAll() {
    List<Answer> expected = model.channels.stream().map(model::stop).toList();
    var result = call(aws -> aws.batchStop(b -> b.channelIds(idsOf(model.channels))));
    assertThat(result.failed().stream().map(f -> new Answer(f.code())))
        .as("what the batch refuses")
        .containsExactlyElementsOf(expected.stream().filter(a -> !a.isOk()).toList());
    assertThat(result.successful())
        .hasSize((int) expected.stream().filter(Answer::isOk).count())
        .allSatisfy(done -> assertThat(done.state()).isEqualTo("STOPPING"));
  }

  void tag(int slot, String key, @Nullable String value) {
    var channel = model.channels.get(slot);
    expect(
        model.tag(channel, key, value),
        aws -> {
          if (value == null) {
            aws.deleteTags(t -> t.resourceArn(arn(channel)).tagKeys(key));
          } else {
            aws.createTags(t -> t.resourceArn(arn(channel)).tags(Map.of(key, value)));
          }
        });
  }

  void schedule(int slot, String action, Duration lead) {
    var channel = model.channels.get(slot);
    ScheduleAction wanted =
        ScheduleAction.builder()
            .actionName(action)
            .scheduleActionStartSettings(
                s ->
                    s.fixedModeScheduleActionStartSettings(
                        f -> f.time(ground.now().plus(lead).toString())))
            .scheduleActionSettings(
                s -> s.scte35SpliceInsertSettings(i -> i.spliceEventId(1L).duration(2_700_000L)))
            .build();
    expect(
        model.schedule(channel, action, lead),
        aws ->
            aws.batchUpdateSchedule(
                s -> s.channelId(id(channel)).creates(c -> c.scheduleActions(wanted))));
  }

  void unschedule(int slot, String action) {
    var channel = model.channels.get(slot);
    expect(
        model.unschedule(channel, action),
        aws ->
            aws.batchUpdateSchedule(
                s -> s.channelId(id(channel)).deletes(d -> d.actionNames(action))));
  }

  /** News of whatever still runs, wanted or not. */
  void news(int slot, String what) {
    var channel = model.channels.get(slot);
    String id = id(channel);
    if (encoders.jobs.containsKey(id)) {
      switch (what) {
        case "lost" -> encoders.of(id).inputLost();
        case "failed" -> encoders.of(id).pipelineFailed("ffmpeg ended with 1");
        default -> encoders.of(id).firstOutput();
      }
      model.news(channel, what);
    }
  }

  @Override
  public void check() {
    model.prune();
    model.groups.forEach(this::check);
    model.inputs.forEach(this::check);
    model.channels.forEach(this::check);
    assertThat(call(aws -> aws.listChannels()).channels().stream().map(ChannelSummary::id))
        .as("listed channels")
        .containsExactlyInAnyOrderElementsOf(
            idsOf(model.channels.stream().filter(c -> !c.isVacant()).toList()));
    assertThat(encoders.open)
        .as("where publishers may push")
        .containsExactlyInAnyOrderElementsOf(
            model.inputs.stream()
                .filter(i -> !i.isVacant())
                .flatMap(i -> points(model.inputs.indexOf(i), i).stream())
                .toList());
  }

  private void check(HistoryModel.Group group) {
    assertThat(
            state(
                aws ->
                    aws.describeInputSecurityGroup(g -> g.inputSecurityGroupId(id(group)))
                        .stateAsString()))
        .as("group %d", model.groups.indexOf(group))
        .isEqualTo(model.shown(group));
  }

  private void check(HistoryModel.Input input) {
    assertThat(state(aws -> aws.describeInput(i -> i.inputId(id(input))).stateAsString()))
        .as("input %d", model.inputs.indexOf(input))
        .isEqualTo(model.shown(input));
  }

  private void check(HistoryModel.Channel channel) {
    String name = "channel " + model.channels.indexOf(channel);
    String id = id(channel);
    assertThat(state(aws -> aws.describeChannel(c -> c.channelId(id)).stateAsString()))
        .as(name)
        .isEqualTo(channel.state);
    assertThat(encoders.jobs.containsKey(id)).as(name + " is encoded").isEqualTo(channel.encoding);
    assertThat(events.states(arn(channel))).as(name + " as told").isEqualTo(channel.told);
    if (channel.is("GONE")) {
      return;
    }
    var seen = call(aws -> aws.describeChannel(c -> c.channelId(id)));
    int pipelines = channel.standard ? 2 : 1;
    assertThat(seen.pipelinesRunningCount())
        .as(name + "'s running pipelines")
        .isEqualTo(channel.is("RUNNING") ? pipelines : 0);
    assertThat(seen.egressEndpoints()).as(name + "'s ways out").hasSize(pipelines);
    assertThat(seen.tags()).as(name + "'s tags").isEqualTo(channel.tags);
    assertThat(
            call(aws -> aws.listAlerts(a -> a.channelId(id))).alerts().stream()
                .map(ChannelAlert::alertType))
        .as(name + "'s alerts")
        .containsExactlyInAnyOrderElementsOf(channel.alerts);
    if (!channel.isVacant()) {
      assertThat(
              call(aws -> aws.describeSchedule(s -> s.channelId(id))).scheduleActions().stream()
                  .map(ScheduleAction::actionName)
                  .collect(Collectors.toSet()))
          .as(name + "'s schedule")
          .isEqualTo(channel.actions.keySet());
    }
  }

  /** The state, or GONE when there is no such thing. */
  private String state(Function<MediaLiveClient, String> describe) {
    String[] state = {"GONE"};
    Answer answer = Answer.to(() -> state[0] = call(describe));
    assertThat(answer).isIn(HistoryModel.OK, HistoryModel.MISSING);
    return state[0];
  }

  private void expect(Answer expected, Consumer<MediaLiveClient> call) {
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

  private <T> T call(Function<MediaLiveClient, T> call) {
    return CALLER.call(() -> call.apply(backend));
  }

  private List<String> idsOf(List<? extends HistoryModel.Thing> things) {
    return things.stream().map(this::id).toList();
  }

  private String id(HistoryModel.Thing thing) {
    return ids.getOrDefault(thing, NOBODY);
  }

  private String arn(HistoryModel.Channel channel) {
    return "arn:aws:medialive:eu-west-1:111122223333:channel:" + id(channel);
  }

  @Override
  public void close() {
    ground.close();
  }
}
