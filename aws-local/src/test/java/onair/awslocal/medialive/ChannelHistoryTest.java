package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.state.StateStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.ConflictException;
import software.amazon.awssdk.services.medialive.model.InputState;

/**
 * Random calls, random news from the encoder, random passing of time and restarts at any moment:
 * whatever the order, a channel only moves along AWS's states, its encoder runs when and only when
 * it should, and everything ends at rest.
 */
class ChannelHistoryTest {

  private static final int STEPS = 40;

  /**
   * AWS's states and where each can lead, as documented; written apart from the code under test.
   */
  private static final Map<ChannelState, Set<ChannelState>> LEGAL =
      Map.of(
          ChannelState.CREATING, Set.of(ChannelState.IDLE),
          ChannelState.IDLE,
              Set.of(ChannelState.STARTING, ChannelState.UPDATING, ChannelState.DELETING),
          ChannelState.STARTING, Set.of(ChannelState.RUNNING, ChannelState.IDLE),
          ChannelState.RUNNING,
              Set.of(ChannelState.RECOVERING, ChannelState.STOPPING, ChannelState.IDLE),
          ChannelState.RECOVERING,
              Set.of(ChannelState.RUNNING, ChannelState.STOPPING, ChannelState.IDLE),
          ChannelState.STOPPING, Set.of(ChannelState.IDLE),
          ChannelState.UPDATING, Set.of(ChannelState.IDLE),
          ChannelState.DELETING, Set.of(ChannelState.DELETED),
          ChannelState.DELETED, Set.of());

  private static final Set<ChannelState> ENCODING =
      EnumSet.of(ChannelState.RUNNING, ChannelState.RECOVERING);

  @TempDir Path folder;

  static List<Long> seeds() {
    return new Random(20_261_122).longs(40).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aChannelOnlyMovesAlongItsStates(long seed) {
    Random random = new Random(seed);
    try (Machine machine = new Machine(folder)) {
      for (int i = 0; i < STEPS; i++) {
        String step = machine.step(random);
        machine.check("seed " + seed + ", step " + i + ": " + step);
      }
      machine.pass(Duration.ofMinutes(1));
      assertThat(machine.state())
          .isIn(
              ChannelState.IDLE,
              ChannelState.RUNNING,
              ChannelState.RECOVERING,
              ChannelState.DELETED);
    }
  }

  /** One channel in a process that can be restarted. */
  private static final class Machine implements AutoCloseable, InstantSource {

    private final Path folder;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private FakeEncoders encoders = new FakeEncoders();
    private StateStore store;
    private Lifecycle lifecycle;
    private LocalMediaLive backend;
    private final String input;
    private final String channel;
    private ChannelState last = ChannelState.CREATING;

    Machine(Path folder) {
      this.folder = folder;
      this.store = new StateStore(folder);
      this.lifecycle = Lifecycle.manual(this);
      this.backend = backend();
      String group =
          call(
              aws ->
                  aws.createInputSecurityGroup(g -> g.whitelistRules(r -> r.cidr("0.0.0.0/0")))
                      .securityGroup()
                      .id());
      this.input =
          call(
              aws ->
                  aws.createInput(
                          i ->
                              i.type("RTMP_PUSH")
                                  .inputSecurityGroups(group)
                                  .destinations(d -> d.streamName("live/a")))
                      .input()
                      .id());
      this.channel =
          call(aws -> aws.createChannel(ChannelRequests.live("a", input)).channel().id());
    }

    private LocalMediaLive backend() {
      var settings = new MediaLiveSettings(
              "127.0.0.1", 1935, Profile.FAST, new AppliedQuotas(store, false));
      return new LocalMediaLive(
          settings, store, lifecycle, new RecordedEvents(), encoders, new FakeFlows());
    }

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration time) {
      now = now.plus(time);
      lifecycle.runDue();
    }

    private void restart() {
      close();
      encoders = new FakeEncoders();
      store = new StateStore(folder);
      lifecycle = Lifecycle.manual(this);
      backend = backend();
      backend.resume();
      lifecycle.runDue();
    }

    String step(Random random) {
      int choice = random.nextInt(100);
      if (choice < 40) {
        pass(Duration.ofMillis(random.nextInt(900)));
        return "time";
      }
      if (choice < 47) {
        restart();
        return "restart";
      }
      if (choice < 65) {
        return news(random);
      }
      return ask(choice < 80 ? "start" : choice < 92 ? "stop" : choice < 98 ? "update" : "delete");
    }

    private String news(Random random) {
      if (!encoders.jobs.containsKey(channel)) {
        encoders.full = random.nextInt(4) == 0;
        return "full is " + encoders.full;
      }
      switch (random.nextInt(3)) {
        case 0 -> encoders.of(channel).firstOutput();
        case 1 -> encoders.of(channel).inputLost();
        default -> encoders.of(channel).pipelineFailed("ffmpeg ended with 1");
      }
      return "news";
    }

    private String ask(String what) {
      try {
        switch (what) {
          case "start" -> call(aws -> aws.startChannel(c -> c.channelId(channel)));
          case "stop" -> call(aws -> aws.stopChannel(c -> c.channelId(channel)));
          case "update" -> call(aws -> aws.updateChannel(c -> c.channelId(channel).name("b")));
          default -> call(aws -> aws.deleteChannel(c -> c.channelId(channel)));
        }
        return what;
      } catch (ConflictException e) {
        return what + " refused";
      } catch (AwsServiceException e) {
        throw new AssertionError("only conflicts are expected", e);
      }
    }

    ChannelState state() {
      return call(aws -> aws.describeChannel(c -> c.channelId(channel)).state());
    }

    void check(String context) {
      ChannelState state = state();
      assertThat(reachable(last, state)).as(context + ": %s -> %s", last, state).isTrue();
      last = state;
      if (state != ChannelState.STOPPING) { // on its way: there, or gone with a former process
        assertThat(encoders.jobs.containsKey(channel))
            .as(context + ": encoder in " + state)
            .isEqualTo(ENCODING.contains(state));
      }
      var described = call(aws -> aws.describeChannel(c -> c.channelId(channel)));
      assertThat(described.pipelinesRunningCount())
          .as(context)
          .isEqualTo(state == ChannelState.RUNNING ? 1 : 0);
      List<String> set =
          call(aws -> aws.listAlerts(a -> a.channelId(channel))).alerts().stream()
              .map(ChannelAlert::alertType)
              .toList();
      assertThat(set).as(context).doesNotHaveDuplicates();
      if (state == ChannelState.IDLE || state == ChannelState.DELETED) {
        assertThat(set).as(context).isSubsetOf("Start Refused");
      }
      InputState attached = call(aws -> aws.describeInput(i -> i.inputId(input)).state());
      assertThat(attached == InputState.DETACHED)
          .as(context + ": input is " + attached)
          .isEqualTo(state == ChannelState.DELETED && attached != InputState.CREATING);
    }

    /** Within one step several changes can become due. */
    private static boolean reachable(ChannelState from, ChannelState to) {
      Set<ChannelState> seen = EnumSet.of(from);
      Set<ChannelState> next = Set.of(from);
      while (!seen.contains(to) && !next.isEmpty()) {
        Set<ChannelState> further = EnumSet.noneOf(ChannelState.class);
        next.forEach(state -> further.addAll(LEGAL.getOrDefault(state, Set.of())));
        further.removeAll(seen);
        seen.addAll(further);
        next = further;
      }
      return seen.contains(to);
    }

    private <T> T call(Function<MediaLiveClient, T> call) {
      return new CallContext("111122223333", "eu-west-1", "r").call(() -> call.apply(backend));
    }

    @Override
    public void close() {
      lifecycle.close();
      store.close();
    }
  }
}
