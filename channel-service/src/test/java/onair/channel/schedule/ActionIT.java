package onair.channel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import onair.channel.parts.Companions;
import onair.channel.schedule.Action.Status;
import onair.channel.schedule.FakeSchedule.Asked;
import onair.common.problem.Problem;
import onair.common.version.IfMatch;
import onair.test.SettableClock;
import onair.test.WithPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Actions over a real database and loop, with the encoder and the clock in the test's hands. */
@WithPostgres
@SpringBootTest(
    classes = ActionWorld.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "onair.deployment=test",
      "onair.aws.endpoint=http://127.0.0.1:1",
      "onair.aws.access-key-id=test",
      "onair.aws.secret-access-key=test",
      "onair.reconcile.poll=20ms",
      "onair.outgoing.allowed-networks=203.0.113.0/24",
      "spring.flyway.locations=classpath:db/common,classpath:db/migration",
    })
class ActionIT {

  private final ActionCommands commands;
  private final ActionStore store;
  private final Companions companions;
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final FakeSchedule schedule;
  private final FakeChannels channels;
  private final SettableClock clock;

  @Autowired
  ActionIT(
      ActionCommands commands,
      ActionStore store,
      Companions companions,
      TransactionTemplate transactions,
      JdbcClient jdbc,
      FakeSchedule schedule,
      FakeChannels channels,
      SettableClock clock) {
    this.commands = commands;
    this.store = store;
    this.companions = companions;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.schedule = schedule;
    this.channels = channels;
    this.clock = clock;
  }

  @BeforeEach
  void onAir() {
    jdbc.sql("delete from schedule_action").update();
    schedule.reset();
    channels.be(true, true, "main", "backup");
  }

  @Test
  void aTagHappensOnceEvenWhenTheAnswerIsLost() {
    schedule.loseAnAnswer();
    Action asked = create(tag("Goal!"));

    Action done = awaitStatus(asked, Status.DONE);
    assertThat(schedule.names()).containsExactly(asked.id());
    assertThat(done.effectiveAt()).isNotNull();
    assertThat(schedule.asked().getFirst().deed())
        .isEqualTo(new Deed.Id3("SUQzBAAAAAAAEVRYWFgAAAAHAAADAEdvYWwh", true));
  }

  @Test
  void anActionAtATimeIsToldShortlyBeforeItAndHappensThen() {
    Instant at = clock.instant().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
    Action asked = create(input("backup", at));
    clock.advance(Duration.ofSeconds(570));
    awaitStatus(create(tag("now")), Status.DONE);
    assertThat(schedule.names()).doesNotContain(asked.id());

    Action done = awaitStatus(asked, Status.DONE);
    assertThat(schedule.asked())
        .contains(new Asked(asked.id(), at, new Deed.SwitchInput("backup")));
    assertThat(done.effectiveAt()).isEqualTo(at);
    assertThat(clock.instant()).isAfterOrEqualTo(at);
  }

  @Test
  void aPauseEndsAtItsTimeAndAnotherOneIsPossibleAfterIt() {
    Action pause = create(pause(60));
    awaitStatus(pause, Status.ACTIVE);
    assertThatThrownBy(() -> create(pause(null))).hasMessageContaining("has that place");

    Action over = awaitStatus(pause, Status.DONE);
    assertThat(schedule.asked())
        .extracting(Asked::deed)
        .containsExactly(new Deed.Pause(1), new Deed.Resume());
    assertThat(schedule.asked().getLast().at()).isEqualTo(over.ends().orElseThrow());
    awaitStatus(create(pause(null)), Status.ACTIVE);
  }

  @Test
  void whatIsCancelledBeforeItsTimeLeavesTheScheduleAndWhatLastsIsEnded() {
    Action told = create(overlay(2, clock.instant().plusSeconds(20), null));
    awaitTold(told);
    cancel(told);
    awaitStatus(told, Status.CANCELLED);
    assertThat(schedule.asked()).isEmpty();

    Action shown = create(overlay(2, null, null));
    awaitStatus(shown, Status.ACTIVE);
    cancel(shown);
    awaitStatus(shown, Status.CANCELLED);
    assertThat(schedule.asked())
        .containsExactly(new Asked(shown.id() + "-off", null, new Deed.HideOverlay(2, 0)));
    cancel(shown);
    awaitStatus(create(overlay(2, null, 30)), Status.ACTIVE);
  }

  @Test
  void whatHappenedCannotBeCancelledAndStrangersFindNothing() {
    Action done = create(tag("x"));
    awaitStatus(done, Status.DONE);

    assertThatThrownBy(() -> cancel(done)).hasMessageContaining("status does not allow");
    assertThatThrownBy(() -> commands.cancel("org_2", "ch_1", done.id(), IfMatch.any()))
        .hasMessageContaining("No such schedule action");
    assertThatThrownBy(() -> commands.create("org_2", "ch_1", tag("x")))
        .hasMessageContaining("No such channel");
  }

  @Test
  void onePictureIsOnALayerAtATime() {
    Instant at = clock.instant().plusSeconds(100);
    create(overlay(1, at, 60));

    assertThatThrownBy(() -> create(overlay(1, at.plusSeconds(59), 1)))
        .hasMessageContaining("has that place");
    assertThatThrownBy(() -> create(overlay(1, at.minusSeconds(59), 60)))
        .hasMessageContaining("has that place");
    assertThatThrownBy(() -> create(overlay(1, null, null))).hasMessageContaining("has that place");
    create(overlay(1, at.plusSeconds(60), null));
    create(overlay(1, null, 90));
    create(overlay(3, at, 60));
  }

  @Test
  void endsWithTheBroadcast() {
    Action shown = create(overlay(0, null, null));
    Action later = create(input("main", clock.instant().plusSeconds(3600)));
    awaitStatus(shown, Status.ACTIVE);

    channels.be(false, true, "main", "backup");
    transactions.executeWithoutResult(status -> companions.channelMoved("ch_1"));
    assertThat(awaitStatus(shown, Status.DONE).reason()).contains("not on air");
    assertThat(awaitStatus(later, Status.CANCELLED).reason()).contains("not on air");

    transactions.executeWithoutResult(status -> companions.channelDeleted("ch_1"));
    assertThat(store.find(shown.id())).isEmpty();
  }

  @Test
  void isMissedWhenNobodyCouldTellTheEncoderInTime() {
    Action asked = create(tag("late", clock.instant().plusSeconds(40)));
    clock.advance(Duration.ofSeconds(80));

    assertThat(awaitStatus(asked, Status.FAILED).reason()).contains("in time");
    assertThat(schedule.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-100_000, -1, 0, 19, 1_209_660})
  void isRefusedWhenItsTimeIsTooNearOrTooFar(long secondsAhead) {
    Problem refused = refusal(tag("x", clock.instant().plusSeconds(secondsAhead)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.violations().getFirst().field()).isEqualTo("start_at");
  }

  @Test
  void isRefusedWhenTheChannelCannotHaveIt() {
    channels.be(false, true, "main");
    assertThat(refusal(tag("x")).code()).isEqualTo("status_conflict");
    channels.be(true, false, "main");
    assertThat(refusal(tag("x")).code()).isEqualTo("id3_unsupported");
    assertThat(refusal(input("main", null)).code()).isEqualTo("one_input");
    channels.be(true, true, "main", "backup");
    assertThat(refusal(input("third", null)).violations().getFirst().detail())
        .contains("main, backup");
    assertThat(jdbc.sql("select count(*) from schedule_action").query(Long.class).single())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "https://10.0.0.1/logo.png, address_not_allowed",
    "https://169.254.169.254/logo.png, address_not_allowed",
    "http://203.0.113.9/logo.png, address_not_allowed",
    "s3://bucket/logo.png, address_not_allowed",
    "file:///etc/passwd.png, address_not_allowed",
    "https://203.0.113.9/logo.gif, format",
    "https://203.0.113.9/?logo.png, format",
  })
  void isRefusedWhenMediaLiveShouldNotReadThePicture(String url, String code) {
    Problem refused = refusal(overlay(url, 0, null, null));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.violations().getFirst().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SUQz", "not base64", "SUQzBAAAAAAAEVRYWFgAAAAHAAADAEdvYWw="})
  void isRefusedWhenATagIsNone(String base64) {
    var request =
        new ActionRequest("id3", null, null, new ActionRequest.Id3(null, base64), null, null, null);
    assertThat(refusal(request).violations().getFirst().field()).startsWith("id3");
  }

  @Test
  void isRefusedWhenWhatGoesWithAnotherKindIsSaid() {
    var everything =
        new ActionRequest(
            "pause",
            null,
            1,
            new ActionRequest.Id3("x", null),
            null,
            new ActionRequest.InputSwitch("main"),
            null);
    assertThat(refusal(everything).violations()).hasSize(2);
    assertThat(
            refusal(new ActionRequest("overlay", null, null, null, null, null, null))
                .violations()
                .getFirst()
                .code())
        .isEqualTo("required");
  }

  @Test
  void tooManyAreRefused() {
    Instant at = clock.instant().plusSeconds(86_400);
    for (int i = 0; i < ActionCommands.MOST; i++) {
      create(tag("tag " + i, at));
    }
    assertThat(refusal(tag("one more", at)).code()).isEqualTo("schedule_full");
  }

  private Action create(ActionRequest request) {
    return commands.create("org_1", "ch_1", request);
  }

  private Action cancel(Action action) {
    return commands.cancel("org_1", "ch_1", action.id(), IfMatch.any());
  }

  private Problem refusal(ActionRequest request) {
    try {
      create(request);
    } catch (Problem refused) {
      return refused;
    }
    throw new AssertionError("not refused: " + request);
  }

  private static ActionRequest tag(String text) {
    return tag(text, null);
  }

  private static ActionRequest tag(String text, @Nullable Instant at) {
    return new ActionRequest(
        "id3", at, null, new ActionRequest.Id3(text, null), null, null, Map.of("crew", "a"));
  }

  private static ActionRequest pause(@Nullable Integer seconds) {
    return new ActionRequest("pause", null, seconds, null, null, null, null);
  }

  private static ActionRequest input(String name, @Nullable Instant at) {
    return new ActionRequest(
        "input_switch", at, null, null, null, new ActionRequest.InputSwitch(name), null);
  }

  private static ActionRequest overlay(int layer, @Nullable Instant at, @Nullable Integer seconds) {
    return overlay("https://203.0.113.9/logo.png", layer, at, seconds);
  }

  private static ActionRequest overlay(
      String url, int layer, @Nullable Instant at, @Nullable Integer seconds) {
    var picture = new ActionRequest.Overlay(url, layer, null, null, null, null, null, null, null);
    return new ActionRequest("overlay", at, seconds, null, picture, null, null);
  }

  private void awaitTold(Action action) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              clock.advance(Duration.ofMillis(50));
              return store.find(action.id()).orElseThrow();
            },
            found -> found.encoderId() != null);
  }

  /** Time goes on meanwhile, two seconds at a time at most. */
  private Action awaitStatus(Action action, Status status) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              clock.advance(Duration.ofMillis(200));
              return store.find(action.id()).orElseThrow();
            },
            found -> found.status() == status);
  }
}
