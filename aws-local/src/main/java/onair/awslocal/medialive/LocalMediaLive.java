package onair.awslocal.medialive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import onair.awslocal.events.EventPublisher;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.LiveEncoders;
import onair.awslocal.media.LiveSource;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.protocol.StatesOnly;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Shapes;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.BatchDeleteRequest;
import software.amazon.awssdk.services.medialive.model.BatchDeleteResponse;
import software.amazon.awssdk.services.medialive.model.BatchStartRequest;
import software.amazon.awssdk.services.medialive.model.BatchStartResponse;
import software.amazon.awssdk.services.medialive.model.BatchStopRequest;
import software.amazon.awssdk.services.medialive.model.BatchStopResponse;
import software.amazon.awssdk.services.medialive.model.BatchUpdateScheduleRequest;
import software.amazon.awssdk.services.medialive.model.BatchUpdateScheduleResponse;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelSummary;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.CreateChannelResponse;
import software.amazon.awssdk.services.medialive.model.CreateInputRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputResponse;
import software.amazon.awssdk.services.medialive.model.CreateInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputSecurityGroupResponse;
import software.amazon.awssdk.services.medialive.model.CreateTagsRequest;
import software.amazon.awssdk.services.medialive.model.CreateTagsResponse;
import software.amazon.awssdk.services.medialive.model.DeleteChannelRequest;
import software.amazon.awssdk.services.medialive.model.DeleteChannelResponse;
import software.amazon.awssdk.services.medialive.model.DeleteInputRequest;
import software.amazon.awssdk.services.medialive.model.DeleteInputResponse;
import software.amazon.awssdk.services.medialive.model.DeleteInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.DeleteInputSecurityGroupResponse;
import software.amazon.awssdk.services.medialive.model.DeleteScheduleRequest;
import software.amazon.awssdk.services.medialive.model.DeleteScheduleResponse;
import software.amazon.awssdk.services.medialive.model.DeleteTagsRequest;
import software.amazon.awssdk.services.medialive.model.DeleteTagsResponse;
import software.amazon.awssdk.services.medialive.model.DescribeChannelRequest;
import software.amazon.awssdk.services.medialive.model.DescribeChannelResponse;
import software.amazon.awssdk.services.medialive.model.DescribeInputRequest;
import software.amazon.awssdk.services.medialive.model.DescribeInputResponse;
import software.amazon.awssdk.services.medialive.model.DescribeInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.DescribeInputSecurityGroupResponse;
import software.amazon.awssdk.services.medialive.model.DescribeScheduleRequest;
import software.amazon.awssdk.services.medialive.model.DescribeScheduleResponse;
import software.amazon.awssdk.services.medialive.model.DescribeThumbnailsRequest;
import software.amazon.awssdk.services.medialive.model.DescribeThumbnailsResponse;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroup;
import software.amazon.awssdk.services.medialive.model.ListAlertsRequest;
import software.amazon.awssdk.services.medialive.model.ListAlertsResponse;
import software.amazon.awssdk.services.medialive.model.ListChannelsRequest;
import software.amazon.awssdk.services.medialive.model.ListChannelsResponse;
import software.amazon.awssdk.services.medialive.model.ListInputSecurityGroupsRequest;
import software.amazon.awssdk.services.medialive.model.ListInputSecurityGroupsResponse;
import software.amazon.awssdk.services.medialive.model.ListInputsRequest;
import software.amazon.awssdk.services.medialive.model.ListInputsResponse;
import software.amazon.awssdk.services.medialive.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.medialive.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.medialive.model.RestartChannelPipelinesRequest;
import software.amazon.awssdk.services.medialive.model.RestartChannelPipelinesResponse;
import software.amazon.awssdk.services.medialive.model.StartChannelRequest;
import software.amazon.awssdk.services.medialive.model.StartChannelResponse;
import software.amazon.awssdk.services.medialive.model.StopChannelRequest;
import software.amazon.awssdk.services.medialive.model.StopChannelResponse;
import software.amazon.awssdk.services.medialive.model.UpdateChannelClassRequest;
import software.amazon.awssdk.services.medialive.model.UpdateChannelClassResponse;
import software.amazon.awssdk.services.medialive.model.UpdateChannelRequest;
import software.amazon.awssdk.services.medialive.model.UpdateChannelResponse;
import software.amazon.awssdk.services.medialive.model.UpdateInputRequest;
import software.amazon.awssdk.services.medialive.model.UpdateInputResponse;
import software.amazon.awssdk.services.medialive.model.UpdateInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.UpdateInputSecurityGroupResponse;

/**
 * MediaLive on this machine. Overridden methods are the operations that work; the AWS protocol
 * answers the others with NotImplemented.
 *
 * <p>States change over time as in AWS, and all rules that need more than one member are checked
 * with AWS's status codes. A channel really encodes when its first input is RTMP_PUSH, RTMP_PULL,
 * MEDIACONNECT, SRT_CALLER, URL_PULL, MP4_FILE or TS_FILE, and it has an output group to
 * MediaPackage, one of HLS in fragmented MP4 to S3 or MediaStore, or one of RTMP, SRT or UDP, with
 * H.264 and AAC. Any other channel goes through the same states and says by an alert that it
 * carries nothing. A STANDARD channel has two encoders, each fed by its own end of the input, and
 * what either makes can be watched when the other is lost. Input security groups are kept and
 * checked, but addresses of publishers are not compared with their rules. Of the schedule all is
 * carried out but motion graphics, SCTE-35 input and time signals of other kinds than breaks.
 */
public final class LocalMediaLive implements MediaLiveClient {

  private final MediaLiveState state;
  private final SecurityGroups groups;
  private final Inputs inputs;
  private final Channels channels;
  private final ChannelRuns runs;
  private final Schedules schedules;
  private final Thumbnails thumbnails;
  private final InputSources sources;
  private final Tagging tagging;
  private final ChannelMeasures measures;

  public LocalMediaLive(
      MediaLiveSettings settings,
      StateStore store,
      Lifecycle life,
      EventPublisher events,
      LiveEncoders encoders,
      InputFlows flows,
      InputSecrets secrets) {
    this.state = new MediaLiveState(store);
    var times = new Times(settings.profile());
    var quotas = new Quotas(settings.quotas());
    var shape = new InputShape(settings.host(), settings.rtmpPort());
    this.groups = new SecurityGroups(state, life, times, quotas);
    this.inputs = new Inputs(state, life, times, quotas, shape, encoders, flows);
    this.runs = new ChannelRuns(state, life, times, new ChannelEvents(events), encoders, secrets);
    this.channels = new Channels(state, life, times, quotas, runs, settings.host());
    this.schedules = new Schedules(state, life, encoders);
    runs.onInputEnded(schedules::inputEnded);
    this.thumbnails = new Thumbnails(state, encoders);
    this.sources = new InputSources(secrets);
    this.tagging = new Tagging(state);
    this.measures = new ChannelMeasures(state, encoders);
  }

  /** Lets the ledger write down what happens to inputs, their security groups and channels. */
  public void record(Ledger ledger) {
    state.record(ledger);
  }

  /**
   * Goes on where a former process ended: ingest points reopen, running channels encode again,
   * pending changes of state are due. Call it once, when the media plane is up and before anyone
   * calls.
   */
  public void resume() {
    groups.resume();
    inputs.resume();
    runs.resume();
    schedules.resume();
  }

  /** Whether there is a channel of that id in any account and region. */
  public boolean hasChannel(String id) {
    return state.channels().get(id).filter(row -> !row.isDeleted()).isPresent();
  }

  /** Where what an input gets comes in; empty when there is no input of that id. */
  public Optional<List<LiveSource>> sources(String inputId) {
    return state
        .inputs()
        .get(inputId)
        .filter(row -> !row.isDeleted())
        .map(
            row ->
                IntStream.range(0, 2)
                    .mapToObj(pipeline -> sources.of(row, pipeline, false))
                    .flatMap(Optional::stream)
                    .toList());
  }

  /**
   * Adds what running channels have done since the call before.
   *
   * @param now by the system's time, as media is
   */
  public void measure(Metrics metrics, Instant now) {
    measures.add(metrics, now);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Nothing of its own to release: the state store and the timers belong to the caller. */
  @Override
  public void close() {}

  @Override
  @StatesOnly("publishers may come from any address")
  public CreateInputSecurityGroupResponse createInputSecurityGroup(
      CreateInputSecurityGroupRequest request) {
    return CreateInputSecurityGroupResponse.builder().securityGroup(groups.create(request)).build();
  }

  @Override
  public DescribeInputSecurityGroupResponse describeInputSecurityGroup(
      DescribeInputSecurityGroupRequest request) {
    return Shapes.fill(
            DescribeInputSecurityGroupResponse.builder(),
            groups.describe(request.inputSecurityGroupId()))
        .build();
  }

  @Override
  public ListInputSecurityGroupsResponse listInputSecurityGroups(
      ListInputSecurityGroupsRequest request) {
    Page<InputSecurityGroup> page = groups.list(request.maxResults(), request.nextToken());
    return ListInputSecurityGroupsResponse.builder()
        .inputSecurityGroups(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  @StatesOnly("publishers may come from any address")
  public UpdateInputSecurityGroupResponse updateInputSecurityGroup(
      UpdateInputSecurityGroupRequest request) {
    return UpdateInputSecurityGroupResponse.builder().securityGroup(groups.update(request)).build();
  }

  @Override
  public DeleteInputSecurityGroupResponse deleteInputSecurityGroup(
      DeleteInputSecurityGroupRequest request) {
    groups.delete(request.inputSecurityGroupId());
    return DeleteInputSecurityGroupResponse.builder().build();
  }

  @Override
  public CreateInputResponse createInput(CreateInputRequest request) {
    return CreateInputResponse.builder().input(inputs.create(request)).build();
  }

  @Override
  public DescribeInputResponse describeInput(DescribeInputRequest request) {
    return Shapes.fill(DescribeInputResponse.builder(), inputs.describe(request.inputId())).build();
  }

  @Override
  public ListInputsResponse listInputs(ListInputsRequest request) {
    Page<Input> page = inputs.list(request.maxResults(), request.nextToken());
    return ListInputsResponse.builder().inputs(page.items()).nextToken(page.nextToken()).build();
  }

  @Override
  public UpdateInputResponse updateInput(UpdateInputRequest request) {
    return UpdateInputResponse.builder().input(inputs.update(request)).build();
  }

  @Override
  public DeleteInputResponse deleteInput(DeleteInputRequest request) {
    inputs.delete(request.inputId());
    return DeleteInputResponse.builder().build();
  }

  @Override
  public CreateChannelResponse createChannel(CreateChannelRequest request) {
    return CreateChannelResponse.builder().channel(channels.create(request)).build();
  }

  @Override
  public DescribeChannelResponse describeChannel(DescribeChannelRequest request) {
    return Shapes.fill(DescribeChannelResponse.builder(), channels.describe(request.channelId()))
        .build();
  }

  @Override
  public ListChannelsResponse listChannels(ListChannelsRequest request) {
    Page<ChannelRow> page = channels.list(request.maxResults(), request.nextToken());
    return ListChannelsResponse.builder()
        .channels(
            page.items().stream()
                .map(row -> Shapes.fill(ChannelSummary.builder(), row.resource()).build())
                .toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public UpdateChannelResponse updateChannel(UpdateChannelRequest request) {
    return UpdateChannelResponse.builder().channel(channels.update(request)).build();
  }

  @Override
  public DeleteChannelResponse deleteChannel(DeleteChannelRequest request) {
    return Shapes.fill(
            DeleteChannelResponse.builder(), channels.begin(Step.DELETE, request.channelId()))
        .build();
  }

  @Override
  public StartChannelResponse startChannel(StartChannelRequest request) {
    return Shapes.fill(
            StartChannelResponse.builder(), channels.begin(Step.START, request.channelId()))
        .build();
  }

  @Override
  public StopChannelResponse stopChannel(StopChannelRequest request) {
    return Shapes.fill(
            StopChannelResponse.builder(), channels.begin(Step.STOP, request.channelId()))
        .build();
  }

  @Override
  public UpdateChannelClassResponse updateChannelClass(UpdateChannelClassRequest request) {
    return UpdateChannelClassResponse.builder().channel(channels.updateClass(request)).build();
  }

  @Override
  public RestartChannelPipelinesResponse restartChannelPipelines(
      RestartChannelPipelinesRequest request) {
    return Shapes.fill(RestartChannelPipelinesResponse.builder(), channels.restart(request))
        .build();
  }

  @Override
  public BatchStartResponse batchStart(BatchStartRequest request) {
    Batches.Result result = batch().begin(Step.START, request.channelIds(), request.multiplexIds());
    return BatchStartResponse.builder().successful(result.done()).failed(result.failed()).build();
  }

  @Override
  public BatchStopResponse batchStop(BatchStopRequest request) {
    Batches.Result result = batch().begin(Step.STOP, request.channelIds(), request.multiplexIds());
    return BatchStopResponse.builder().successful(result.done()).failed(result.failed()).build();
  }

  @Override
  public BatchDeleteResponse batchDelete(BatchDeleteRequest request) {
    Batches.Result result =
        batch()
            .delete(
                request.channelIds(),
                request.inputIds(),
                request.inputSecurityGroupIds(),
                request.multiplexIds());
    return BatchDeleteResponse.builder().successful(result.done()).failed(result.failed()).build();
  }

  private Batches batch() {
    return new Batches(groups, inputs, channels);
  }

  @Override
  public BatchUpdateScheduleResponse batchUpdateSchedule(BatchUpdateScheduleRequest request) {
    return schedules.update(request);
  }

  @Override
  public DescribeScheduleResponse describeSchedule(DescribeScheduleRequest request) {
    Page<ScheduleRow> page =
        schedules.describe(request.channelId(), request.maxResults(), request.nextToken());
    return DescribeScheduleResponse.builder()
        .scheduleActions(page.items().stream().map(ScheduleRow::action).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public DescribeThumbnailsResponse describeThumbnails(DescribeThumbnailsRequest request) {
    return thumbnails.describe(request);
  }

  @Override
  public DeleteScheduleResponse deleteSchedule(DeleteScheduleRequest request) {
    schedules.delete(request.channelId());
    return DeleteScheduleResponse.builder().build();
  }

  @Override
  public ListAlertsResponse listAlerts(ListAlertsRequest request) {
    Page<ChannelAlert> page = channels.alerts(request);
    return ListAlertsResponse.builder().alerts(page.items()).nextToken(page.nextToken()).build();
  }

  @Override
  public CreateTagsResponse createTags(CreateTagsRequest request) {
    tagging.add(request.resourceArn(), request.tags());
    return CreateTagsResponse.builder().build();
  }

  @Override
  public DeleteTagsResponse deleteTags(DeleteTagsRequest request) {
    tagging.remove(request.resourceArn(), request.tagKeys());
    return DeleteTagsResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return ListTagsForResourceResponse.builder().tags(tagging.list(request.resourceArn())).build();
  }
}
