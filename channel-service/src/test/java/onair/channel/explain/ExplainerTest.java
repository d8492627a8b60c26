package onair.channel.explain;

import static onair.channel.live.ChannelStatus.Provisioning.CREATING;
import static onair.channel.live.ChannelStatus.Provisioning.NONE;
import static onair.channel.live.ChannelStatus.Provisioning.READY;
import static onair.channel.live.ChannelStatus.Provisioning.REMOVING;
import static onair.channel.live.ChannelStatus.Provisioning.RUNNING;
import static onair.channel.live.ChannelStatus.Provisioning.STARTING;
import static onair.channel.live.ChannelStatus.Provisioning.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onair.channel.explain.Explanation.Next;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault we know of, each told as it is stored, and what is made of it. */
class ExplainerTest {

  private static final String TRYING = "AWS did not do what we asked, and we keep trying: ";

  private static Told starting() {
    return Told.that(Word.STARTING, CREATING);
  }

  private static Told waiting() {
    return Told.that(Word.WAITING, RUNNING);
  }

  private static Told lost(Provisioning provisioning) {
    return Told.that(Word.RECONNECTING, provisioning);
  }

  private static Told idle(Provisioning provisioning, String operation) {
    return Told.that(Word.IDLE, provisioning).wanted("stopped", operation);
  }

  private static Told failed(String why) {
    return Told.that(Word.FAILED, REMOVING).givenUp(why);
  }

  private static Told deleted() {
    return Told.that(Word.DELETED, REMOVING).wanted("deleted", "channel.delete");
  }

  /** Fault, what is stored of it, the cause, a part of the summary, a part of the advice. */
  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("live", Told.that(Word.LIVE, RUNNING), Cause.LIVE, "is live", ""),
        arguments(
            "live with an alert",
            Told.that(Word.LIVE, RUNNING).because("Audio Not Detected: pid 257"),
            Cause.LIVE_WITH_WARNING,
            "MediaLive warns",
            "Read what AWS says"),
        arguments(
            "live while AWS is silent",
            Told.that(Word.LIVE, RUNNING).because("AWS does not answer; we keep trying."),
            Cause.LIVE_UNOBSERVED,
            "when AWS last told us",
            "Nothing"),
        arguments(
            "never started",
            idle(NONE, "channel.create"),
            Cause.NEVER_STARTED,
            "has not been started",
            "/start"),
        arguments(
            "stopped by somebody",
            idle(READY, "channel.stop").kept(Duration.ofMinutes(50)),
            Cause.STOPPED,
            "stopped by somebody",
            "Start it again"),
        arguments(
            "stopped by a timer",
            idle(READY, "channel.stop").byItself("Stopped after 60 minutes: nobody has connected."),
            Cause.STOPPED_BY_ITSELF,
            "by itself. Stopped after 60 minutes: nobody has connected.",
            "timers"),
        arguments(
            "disabled",
            Told.that(Word.DISABLED, NONE),
            Cause.DISABLED,
            "refuses to be started",
            "/enable"),
        arguments(
            "no room in the account for a start",
            idle(NONE, "channel.create").exceeds("push inputs", 5),
            Cause.START_WOULD_EXCEED_QUOTA,
            "medialive push inputs: 5 of 5 are taken",
            "raise the quota"),
        arguments(
            "the input is being made",
            starting().underWay("medialive-input", false, Duration.ofMinutes(2)),
            Cause.PREPARING,
            "It is about the input.",
            ""),
        arguments(
            "the encoder starts",
            Told.that(Word.STARTING, STARTING),
            Cause.ENCODER_STARTING,
            "encoder is starting",
            ""),
        arguments(
            "MediaLive has not judged the input",
            Told.that(Word.STARTING, RUNNING),
            Cause.INPUT_NOT_JUDGED,
            "has not said yet",
            ""),
        arguments(
            "the answer to a create was lost",
            starting().underWay("medialive-channel", true, Duration.ofMinutes(2)),
            Cause.ANSWER_LOST,
            "did not answer a call",
            "nothing is made twice"),
        arguments(
            "stuck in a step",
            starting().underWay("mediaconnect-flow", false, Duration.ofSeconds(-1)),
            Cause.STEP_OVERDUE,
            "It is about the flow.",
            "work goes on"),
        arguments(
            "told to be stuck",
            starting().because(TRYING + "overdue: it is CREATING"),
            Cause.STEP_OVERDUE,
            "longer than it should",
            "work goes on"),
        arguments(
            "a quota is used up",
            starting().because(TRYING + "MediaLive ServiceQuotaExceeded: 5 push inputs"),
            Cause.AWS_QUOTA,
            "quota of the AWS account",
            "raise the quota"),
        arguments(
            "the flows are used up",
            starting().because(TRYING + "MediaConnect CreateFlow420Exception: no more flows"),
            Cause.AWS_QUOTA,
            "quota of the AWS account",
            "raise the quota"),
        arguments(
            "throttled",
            starting().because(TRYING + "MediaLive TooManyRequestsException: slower, please"),
            Cause.AWS_THROTTLED,
            "less often",
            "more slowly"),
        arguments(
            "throttled while the encoder is looked at",
            waiting().because("AWS asks us to slow down; we keep trying."),
            Cause.AWS_THROTTLED,
            "less often",
            "more slowly"),
        arguments(
            "AWS unreachable",
            starting().because(TRYING + "Connect to 127.0.0.1:4566 failed"),
            Cause.AWS_UNREACHABLE,
            "does not answer",
            "Health Dashboard"),
        arguments(
            "AWS broken",
            starting().because(TRYING + "MediaLive InternalServerErrorException: oops"),
            Cause.AWS_UNREACHABLE,
            "does not answer",
            "Health Dashboard"),
        arguments(
            "not allowed",
            starting().because(TRYING + "MediaLive ForbiddenException: iam:PassRole"),
            Cause.AWS_DENIED,
            "does not allow",
            "grant the right"),
        arguments(
            "the name is taken",
            starting().because(TRYING + "MediaPackageV2 ConflictException: exists"),
            Cause.AWS_OUT_OF_STEP,
            "not as it was left",
            "made good"),
        arguments(
            "an answer AWS calls wrong",
            Told.that(Word.STOPPING, STOPPING)
                .wanted("stopped", "channel.stop")
                .because("AWS refuses the request: no such pipeline"),
            Cause.AWS_REFUSED,
            "wrong",
            "Change what AWS complains of"),
        arguments(
            "CREATE_FAILED",
            starting().because("MediaLive could not make the encoder; we try again."),
            Cause.ENCODER_NOT_MADE,
            "gave up making its encoder",
            "made again"),
        arguments(
            "an output that cannot be reached",
            waiting().because("Failed to Create Output File or Socket: rtmp://example.com"),
            Cause.ENCODER_WARNS,
            "MediaLive warns",
            "Do what the warning says"),
        arguments(
            "missing video",
            waiting().ends("never_connected", Duration.ofMinutes(30)),
            Cause.NO_BROADCASTER,
            "no broadcaster has connected",
            "ingest.url"),
        arguments(
            "a key that was changed",
            waiting().by("rtmp", true, true),
            Cause.KEY_CHANGED,
            "The key was changed",
            "present key"),
        arguments(
            "pushed from elsewhere than allowed",
            waiting().by("rtmp", true, false, "203.0.113.0/24"),
            Cause.NOBODY_ALLOWED_CONNECTED,
            "Only some addresses may push",
            "ingest.allowed_cidrs"),
        arguments(
            "a source that does not deliver",
            waiting().by("hls_pull", false, false),
            Cause.SOURCE_SILENT,
            "delivers no picture",
            "reached from the internet"),
        arguments(
            "the broadcaster is gone",
            lost(RUNNING).ends("input_lost", Duration.ofMinutes(20)),
            Cause.BROADCASTER_GONE,
            "disconnected or sends no video",
            "connect again"),
        arguments(
            "the source is gone",
            lost(RUNNING).by("rtmp_pull", false, false),
            Cause.SOURCE_GONE,
            "any more",
            "read again by itself"),
        arguments(
            "the encoder was stopped in the console",
            lost(STARTING),
            Cause.ENCODER_GONE,
            "does not run any more",
            "started or made again"),
        arguments(
            "being stopped",
            Told.that(Word.STOPPING, STOPPING).wanted("stopped", "channel.stop"),
            Cause.STOPPING,
            "being stopped",
            ""),
        arguments(
            "a stop that takes too long",
            Told.that(Word.FAILED, Provisioning.FAILED)
                .wanted("stopped", "channel.stop")
                .because("The channel has not stopped within 10 minutes; we keep trying."),
            Cause.STOP_OVERDUE,
            "has not stopped it in time",
            "costs as if it ran"),
        arguments(
            "a start that took too long",
            failed(
                "The channel did not start within 10 minutes: "
                    + TRYING
                    + "MediaLive ServiceQuotaExceeded: 5 push inputs"),
            Cause.START_TIMED_OUT,
            "took too long",
            "start it again"),
        arguments(
            "a start AWS refused",
            failed("AWS refuses what we asked: MediaLive BadRequestException: no such role"),
            Cause.START_REFUSED,
            "because AWS refused it",
            "start it again"),
        arguments("being deleted", deleted(), Cause.BEING_DELETED, "being deleted", ""),
        arguments(
            "a delete that takes too long",
            Told.that(Word.DELETED, Provisioning.FAILED)
                .wanted("deleted", "channel.delete")
                .because("What the channel had in AWS is not gone within 15 minutes; we keep"),
            Cause.DELETE_OVERDUE,
            "longer than it should",
            "nothing of it is left"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void isExplained(String fault, Told told, Cause cause, String summary, String advice) {
    Explanation explanation = told.explained();

    assertThat(explanation.cause()).isEqualTo(cause);
    assertThat(explanation.summary())
        .startsWith(explanation.live() ? "The channel is live. " : "The channel is not live. ")
        .contains(summary);
    if (advice.isEmpty()) {
      assertThat(explanation.advice()).isNull();
    } else {
      assertThat(explanation.advice()).contains(advice);
    }
  }

  /** One that is in the list and never found would be a promise nobody keeps. */
  @Test
  void everyCauseThereIsHasAFaultThatLeadsToIt() {
    Set<Cause> found = faults().map(fault -> (Cause) fault.get()[2]).collect(Collectors.toSet());

    assertThat(found).isEqualTo(EnumSet.allOf(Cause.class)).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void theLastErrorOfAwsIsToldWithItsWordsAndWhatToDo() {
    Explanation explanation =
        failed(
                "The channel did not start within 10 minutes: "
                    + TRYING
                    + "MediaLive ServiceQuotaExceeded: 5 push inputs")
            .explained();

    assertThat(explanation.awsError().kind()).isEqualTo("quota");
    assertThat(explanation.awsError().said()).endsWith("ServiceQuotaExceeded: 5 push inputs");
    assertThat(explanation.awsError().advice()).contains("raise the quota");
  }

  @Test
  void whatIsNoFaultOfAwsIsNotToldAsOne() {
    assertThat(waiting().explained().awsError()).isNull();
    assertThat(
            Told.that(Word.STOPPING, STOPPING)
                .wanted("stopped", "channel.stop")
                .because("Stopped after 60 minutes: nobody has connected.")
                .explained()
                .awsError())
        .isNull();
  }

  @Test
  void aStartWaitsForAwsUntilItIsGivenUp() {
    Explanation explanation = starting().explained();

    assertThat(explanation.waitsFor().what()).isEqualTo("AWS");
    assertThat(explanation.waitsFor().until()).isEqualTo(Told.ASKED.plus(Duration.ofMinutes(10)));
    assertThat(explanation.waitsFor().then()).contains("given up");
    assertThat(explanation.next()).containsExactly(new Next("AWS is asked again.", Told.NEXT_LOOK));
  }

  @Test
  void aChannelNobodyPushesToWaitsForABroadcasterUntilItsTimerIsOver() {
    Explanation explanation = waiting().ends("never_connected", Duration.ofMinutes(30)).explained();

    assertThat(explanation.waitsFor().what()).isEqualTo("a broadcaster");
    assertThat(explanation.waitsFor().until()).isEqualTo(Told.NOW.plus(Duration.ofMinutes(30)));
    assertThat(explanation.next())
        .extracting(Next::what)
        .containsExactly(
            "AWS is asked again.",
            "The timer never_connected warns.",
            "The timer never_connected stops the channel.");
  }

  @Test
  void withoutATimerItWaitsForEver() {
    assertThat(lost(RUNNING).explained().waitsFor().until()).isNull();
  }

  @Test
  void aChannelAtRestTellsUntilWhenItKeepsWhatItHas() {
    Explanation explanation = idle(READY, "channel.stop").kept(Duration.ofMinutes(50)).explained();

    assertThat(explanation.waitsFor()).isNull();
    assertThat(explanation.next())
        .contains(
            new Next("What it has in AWS is removed.", Told.NOW.plus(Duration.ofMinutes(50))));
  }

  @Test
  void everyPartOfAChannelHasANameAmongPeople() {
    assertThat(
            Arrays.asList(
                "medialive-channel",
                "medialive-input",
                "medialive-input-security-group",
                "mediaconnect-flow",
                "secretsmanager-secret",
                "mediapackage-channel",
                "mediapackage-channel-policy",
                "mediapackage-endpoint",
                "mediapackage-endpoint-policy",
                "mediapackagev1-channel",
                "mediapackagev1-endpoint/hls"))
        .allSatisfy(kind -> assertThat(Kinds.plainly(kind)).doesNotContain("-"));
  }
}
