package onair.awslocal.mediatailor;

import java.time.InstantSource;
import java.util.List;
import onair.awslocal.policy.MalformedPolicy;
import onair.awslocal.policy.ResourcePolicy;
import onair.awslocal.protocol.StatesOnly;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Shapes;
import software.amazon.awssdk.services.mediatailor.model.ChannelState;
import software.amazon.awssdk.services.mediatailor.model.ConfigureLogsForChannelRequest;
import software.amazon.awssdk.services.mediatailor.model.ConfigureLogsForChannelResponse;
import software.amazon.awssdk.services.mediatailor.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediatailor.model.CreateChannelResponse;
import software.amazon.awssdk.services.mediatailor.model.CreateProgramRequest;
import software.amazon.awssdk.services.mediatailor.model.CreateProgramResponse;
import software.amazon.awssdk.services.mediatailor.model.DeleteChannelPolicyRequest;
import software.amazon.awssdk.services.mediatailor.model.DeleteChannelPolicyResponse;
import software.amazon.awssdk.services.mediatailor.model.DeleteChannelRequest;
import software.amazon.awssdk.services.mediatailor.model.DeleteChannelResponse;
import software.amazon.awssdk.services.mediatailor.model.DeleteProgramRequest;
import software.amazon.awssdk.services.mediatailor.model.DeleteProgramResponse;
import software.amazon.awssdk.services.mediatailor.model.DescribeChannelRequest;
import software.amazon.awssdk.services.mediatailor.model.DescribeChannelResponse;
import software.amazon.awssdk.services.mediatailor.model.DescribeProgramRequest;
import software.amazon.awssdk.services.mediatailor.model.DescribeProgramResponse;
import software.amazon.awssdk.services.mediatailor.model.GetChannelPolicyRequest;
import software.amazon.awssdk.services.mediatailor.model.GetChannelPolicyResponse;
import software.amazon.awssdk.services.mediatailor.model.GetChannelScheduleRequest;
import software.amazon.awssdk.services.mediatailor.model.GetChannelScheduleResponse;
import software.amazon.awssdk.services.mediatailor.model.ListAlertsRequest;
import software.amazon.awssdk.services.mediatailor.model.ListAlertsResponse;
import software.amazon.awssdk.services.mediatailor.model.ListChannelsRequest;
import software.amazon.awssdk.services.mediatailor.model.ListChannelsResponse;
import software.amazon.awssdk.services.mediatailor.model.PutChannelPolicyRequest;
import software.amazon.awssdk.services.mediatailor.model.PutChannelPolicyResponse;
import software.amazon.awssdk.services.mediatailor.model.ScheduleEntry;
import software.amazon.awssdk.services.mediatailor.model.StartChannelRequest;
import software.amazon.awssdk.services.mediatailor.model.StartChannelResponse;
import software.amazon.awssdk.services.mediatailor.model.StopChannelRequest;
import software.amazon.awssdk.services.mediatailor.model.StopChannelResponse;
import software.amazon.awssdk.services.mediatailor.model.UpdateChannelRequest;
import software.amazon.awssdk.services.mediatailor.model.UpdateChannelResponse;
import software.amazon.awssdk.services.mediatailor.model.UpdateProgramRequest;
import software.amazon.awssdk.services.mediatailor.model.UpdateProgramResponse;

/** The operations on channels and programs. States only: nothing is assembled or played. */
abstract class ChannelOperations extends SourceOperations {

  private static final String WHY = "nothing is assembled or played";

  private final AssemblyState state;
  private final Channels channels;
  private final Programs programs;

  ChannelOperations(AssemblyState state, InstantSource clock) {
    super(state, clock);
    this.state = state;
    this.channels = new Channels(state, clock);
    this.programs = new Programs(state, clock);
  }

  @Override
  @StatesOnly(WHY)
  public CreateChannelResponse createChannel(CreateChannelRequest request) {
    ChannelRow row = channels.create(request);
    return Shapes.fill(CreateChannelResponse.builder(), row.resource())
        .timeShiftConfiguration(row.timeShift())
        .build();
  }

  @Override
  @StatesOnly(WHY)
  public UpdateChannelResponse updateChannel(UpdateChannelRequest request) {
    ChannelRow row = channels.update(request);
    return Shapes.fill(UpdateChannelResponse.builder(), row.resource())
        .timeShiftConfiguration(row.timeShift())
        .build();
  }

  @Override
  @StatesOnly(WHY)
  public DescribeChannelResponse describeChannel(DescribeChannelRequest request) {
    ChannelRow row = state.channels().get(request.channelName());
    return Shapes.fill(DescribeChannelResponse.builder(), row.resource())
        .timeShiftConfiguration(row.timeShift())
        .build();
  }

  @Override
  @StatesOnly(WHY)
  public ListChannelsResponse listChannels(ListChannelsRequest request) {
    Page<ChannelRow> page =
        state.channels().page(state.channels().in(), request.maxResults(), request.nextToken());
    return ListChannelsResponse.builder()
        .items(page.items().stream().map(ChannelRow::resource).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  @StatesOnly(WHY)
  public StartChannelResponse startChannel(StartChannelRequest request) {
    channels.turn(request.channelName(), ChannelState.RUNNING);
    return StartChannelResponse.builder().build();
  }

  @Override
  @StatesOnly(WHY)
  public StopChannelResponse stopChannel(StopChannelRequest request) {
    channels.turn(request.channelName(), ChannelState.STOPPED);
    return StopChannelResponse.builder().build();
  }

  @Override
  @StatesOnly(WHY)
  public DeleteChannelResponse deleteChannel(DeleteChannelRequest request) {
    channels.delete(request.channelName());
    return DeleteChannelResponse.builder().build();
  }

  @Override
  @StatesOnly(WHY)
  public PutChannelPolicyResponse putChannelPolicy(PutChannelPolicyRequest request) {
    try {
      ResourcePolicy.parse(request.policy());
    } catch (MalformedPolicy e) {
      throw Refusals.invalid("The policy is not valid: " + e.getMessage());
    }
    channels.policy(request.channelName(), request.policy());
    return PutChannelPolicyResponse.builder().build();
  }

  @Override
  @StatesOnly(WHY)
  public GetChannelPolicyResponse getChannelPolicy(GetChannelPolicyRequest request) {
    String policy = state.channels().get(request.channelName()).policy();
    if (policy == null) {
      throw Refusals.notFound("The policy of the channel " + request.channelName());
    }
    return GetChannelPolicyResponse.builder().policy(policy).build();
  }

  @Override
  @StatesOnly(WHY)
  public DeleteChannelPolicyResponse deleteChannelPolicy(DeleteChannelPolicyRequest request) {
    channels.policy(request.channelName(), null);
    return DeleteChannelPolicyResponse.builder().build();
  }

  @Override
  @StatesOnly(WHY)
  public ConfigureLogsForChannelResponse configureLogsForChannel(
      ConfigureLogsForChannelRequest request) {
    channels.logs(request.channelName(), request.logTypesAsStrings());
    return ConfigureLogsForChannelResponse.builder()
        .channelName(request.channelName())
        .logTypesWithStrings(request.logTypesAsStrings())
        .build();
  }

  @Override
  @StatesOnly(WHY)
  public CreateProgramResponse createProgram(CreateProgramRequest request) {
    return Shapes.fill(CreateProgramResponse.builder(), programs.create(request)).build();
  }

  @Override
  @StatesOnly(WHY)
  public UpdateProgramResponse updateProgram(UpdateProgramRequest request) {
    return Shapes.fill(UpdateProgramResponse.builder(), programs.update(request)).build();
  }

  @Override
  @StatesOnly(WHY)
  public DescribeProgramResponse describeProgram(DescribeProgramRequest request) {
    return state.programs().get(request.channelName(), request.programName());
  }

  @Override
  @StatesOnly(WHY)
  public DeleteProgramResponse deleteProgram(DeleteProgramRequest request) {
    programs.delete(request.channelName(), request.programName());
    return DeleteProgramResponse.builder().build();
  }

  @Override
  @StatesOnly(WHY)
  public GetChannelScheduleResponse getChannelSchedule(GetChannelScheduleRequest request) {
    if (request.audience() != null) {
      throw Refusals.invalid("Schedules of an audience do not work on this machine");
    }
    List<ScheduleEntry> all = programs.schedule(request.channelName());
    Page<ScheduleEntry> page =
        ArnTable.page(
            all, e -> "%05d".formatted(all.indexOf(e)), request.maxResults(), request.nextToken());
    return GetChannelScheduleResponse.builder()
        .items(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  /** There are none, because nothing is played that could go wrong. */
  @Override
  @StatesOnly(WHY)
  public ListAlertsResponse listAlerts(ListAlertsRequest request) {
    return ListAlertsResponse.builder().items(List.of()).build();
  }
}
