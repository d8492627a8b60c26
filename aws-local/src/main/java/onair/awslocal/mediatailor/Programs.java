package onair.awslocal.mediatailor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediatailor.model.ClipRange;
import software.amazon.awssdk.services.mediatailor.model.CreateProgramRequest;
import software.amazon.awssdk.services.mediatailor.model.DescribeProgramResponse;
import software.amazon.awssdk.services.mediatailor.model.RelativePosition;
import software.amazon.awssdk.services.mediatailor.model.ScheduleEntry;
import software.amazon.awssdk.services.mediatailor.model.ScheduleEntryType;
import software.amazon.awssdk.services.mediatailor.model.Transition;
import software.amazon.awssdk.services.mediatailor.model.UpdateProgramRequest;
import software.amazon.awssdk.services.mediatailor.model.UpdateProgramTransition;

/**
 * What channels show and in which order. Sources are not looked into, so only absolute programs and
 * what follows programs of known length have a time. Source: MediaTailor API reference,
 * CreateProgram, Transition.
 */
final class Programs {

  private static final int MAX_PROGRAMS = 400;
  private static final String ABSOLUTE = "ABSOLUTE";
  private static final String RELATIVE = "RELATIVE";

  private final AssemblyState state;
  private final InstantSource clock;

  Programs(AssemblyState state, InstantSource clock) {
    this.state = state;
    this.clock = clock;
  }

  DescribeProgramResponse create(CreateProgramRequest request) {
    ConfigurationRules.requireName("ProgramName", request.programName());
    return state.exclusively(
        () -> {
          ChannelRow channel = changeable(request.channelName());
          Refusals.requireRoom(channel.programs().size(), MAX_PROGRAMS, "programs in a channel");
          Transition transition = request.scheduleConfiguration().transition();
          checkSource(channel, request);
          checkTransition(channel, transition, request.liveSourceName() != null);
          DescribeProgramResponse program =
              Shapes.fill(DescribeProgramResponse.builder(), request)
                  .arn(state.programs().arn(channel.name(), request.programName()))
                  .clipRange(request.scheduleConfiguration().clipRange())
                  .scheduledStartTime(time(transition.scheduledStartTimeMillis()))
                  .durationMillis(transition.durationMillis())
                  .creationTime(clock.instant())
                  .build();
          List<String> order = placed(channel, request.programName(), transition);
          state.programs().insert(program);
          state.channels().put(channel.withPrograms(order));
          return program;
        });
  }

  /** Ad breaks, clip and times change; source and kind of transition do not. */
  DescribeProgramResponse update(UpdateProgramRequest request) {
    return state.exclusively(
        () -> {
          ChannelRow channel = changeable(request.channelName());
          DescribeProgramResponse old = state.programs().get(channel.name(), request.programName());
          DescribeProgramResponse.Builder changed =
              old.toBuilder()
                  .adBreaks(request.adBreaks())
                  .audienceMedia(request.audienceMedia())
                  .clipRange(request.scheduleConfiguration().clipRange());
          UpdateProgramTransition transition = request.scheduleConfiguration().transition();
          if (transition != null) {
            changed
                .scheduledStartTime(time(transition.scheduledStartTimeMillis()))
                .durationMillis(transition.durationMillis());
          }
          DescribeProgramResponse program = changed.build();
          if ((old.scheduledStartTime() == null) != (program.scheduledStartTime() == null)) {
            throw Refusals.invalid("The type of a program's transition cannot change");
          }
          state.programs().put(program);
          state.channels().put(channel.withPrograms(inTime(channel.name(), channel.programs())));
          return program;
        });
  }

  void delete(String channelName, String name) {
    state.exclusively(
        () -> {
          ChannelRow channel = changeable(channelName);
          state.programs().remove(state.programs().get(channelName, name));
          List<String> rest = new ArrayList<>(channel.programs());
          rest.remove(name);
          state.channels().put(channel.withPrograms(rest));
          return rest;
        });
  }

  /** All programs of a channel with the times that are known. */
  List<ScheduleEntry> schedule(String channelName) {
    ChannelRow channel = state.channels().get(channelName);
    List<ScheduleEntry> entries = new ArrayList<>();
    Instant start = null;
    for (String name : channel.programs()) {
      DescribeProgramResponse program = state.programs().get(channelName, name);
      Instant fixed = program.scheduledStartTime();
      start = fixed == null ? start : fixed;
      Duration length = length(program);
      entries.add(entry(program, start, length));
      start = start == null || length == null ? null : start.plus(length);
    }
    return entries;
  }

  private static ScheduleEntry entry(
      DescribeProgramResponse program, @Nullable Instant start, @Nullable Duration length) {
    return Shapes.fill(ScheduleEntry.builder(), program)
        .scheduleEntryType(ScheduleEntryType.PROGRAM)
        .approximateStartTime(start)
        .approximateDurationSeconds(length == null ? null : length.toSeconds())
        .build();
  }

  /** Of a live program as it says; of a clip between its ends; else only the source knows. */
  private static @Nullable Duration length(DescribeProgramResponse program) {
    if (program.durationMillis() != null) {
      return Duration.ofMillis(program.durationMillis());
    }
    ClipRange clip = program.clipRange();
    if (clip == null || clip.endOffsetMillis() == null) {
      return null;
    }
    long from = clip.startOffsetMillis() == null ? 0 : clip.startOffsetMillis();
    return Duration.ofMillis(clip.endOffsetMillis() - from);
  }

  /** The schedule of a channel that loops can be changed only while it is stopped. */
  private ChannelRow changeable(String name) {
    ChannelRow channel = state.channels().get(name);
    if (channel.isRunning() && !channel.isLinear()) {
      throw Refusals.invalid("The channel " + name + " must be stopped to change its schedule");
    }
    return channel;
  }

  private void checkSource(ChannelRow channel, CreateProgramRequest request) {
    boolean live = request.liveSourceName() != null;
    if (live == (request.vodSourceName() != null)) {
      throw Refusals.invalid("A program has either a VodSourceName or a LiveSourceName");
    }
    if (!live) {
      state.vodSources().get(request.sourceLocationName(), request.vodSourceName());
      return;
    }
    state.liveSources().get(request.sourceLocationName(), request.liveSourceName());
    if (!channel.isStandard()) {
      throw Refusals.invalid("Only channels of the tier STANDARD show live sources");
    }
  }

  private static void checkTransition(ChannelRow channel, Transition transition, boolean live) {
    boolean absolute = ABSOLUTE.equals(transition.type());
    if (!absolute && !RELATIVE.equals(transition.type())) {
      throw Refusals.invalid("Transition.Type is ABSOLUTE or RELATIVE");
    }
    if (absolute != (transition.scheduledStartTimeMillis() != null)) {
      throw Refusals.invalid("ABSOLUTE transitions, and only they, have ScheduledStartTimeMillis");
    }
    if (absolute && !channel.isLinear()) {
      throw Refusals.invalid("Only LINEAR channels have ABSOLUTE transitions");
    }
    if (live && transition.durationMillis() == null) {
      throw Refusals.invalid("A program of a live source needs Transition.DurationMillis");
    }
  }

  private List<String> placed(ChannelRow channel, String name, Transition transition) {
    List<String> order = new ArrayList<>(channel.programs());
    boolean before = transition.relativePosition() == RelativePosition.BEFORE_PROGRAM;
    if (ABSOLUTE.equals(transition.type())) {
      order.add(place(channel, transition.scheduledStartTimeMillis()), name);
    } else if (transition.relativeProgram() == null) {
      order.add(before ? 0 : order.size(), name);
    } else {
      int neighbour = order.indexOf(transition.relativeProgram());
      if (neighbour < 0) {
        throw Refusals.notFound("The program " + transition.relativeProgram());
      }
      order.add(before ? neighbour : neighbour + 1, name);
    }
    return order;
  }

  /** Before the first absolute program that begins later. */
  private int place(ChannelRow channel, long startMillis) {
    List<String> order = channel.programs();
    for (int i = 0; i < order.size(); i++) {
      Instant start = state.programs().get(channel.name(), order.get(i)).scheduledStartTime();
      if (start != null && start.toEpochMilli() > startMillis) {
        return i;
      }
    }
    return order.size();
  }

  /** Absolute programs by their times, relative ones still behind the program they followed. */
  private List<String> inTime(String channel, List<String> order) {
    List<List<String>> blocks = new ArrayList<>();
    blocks.add(new ArrayList<>());
    for (String name : order) {
      if (state.programs().get(channel, name).scheduledStartTime() != null) {
        blocks.add(new ArrayList<>());
      }
      blocks.getLast().add(name);
    }
    List<String> first = blocks.removeFirst();
    blocks.sort(
        Comparator.comparing(
            block -> state.programs().get(channel, block.getFirst()).scheduledStartTime()));
    return Stream.concat(first.stream(), blocks.stream().flatMap(List::stream)).toList();
  }

  private static @Nullable Instant time(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
