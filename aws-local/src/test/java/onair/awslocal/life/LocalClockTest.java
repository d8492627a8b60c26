package onair.awslocal.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import onair.awslocal.MovableClock;
import onair.awslocal.life.LocalClock.Setting;
import org.junit.jupiter.api.Test;

class LocalClockTest {

  private static final Instant NOON = new MovableClock().instant();

  private final MovableClock system = new MovableClock();
  private final LocalClock clock = LocalClock.over(system);
  private final List<String> ran = new CopyOnWriteArrayList<>();

  @Test
  void isTheSystemsTimeUntilItIsMoved() {
    assertThat(clock.instant()).isEqualTo(NOON);
    system.pass(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    assertThat(clock.setting()).isEqualTo(Setting.SYSTEM);
  }

  @Test
  void standsStillWhenFrozenAndGoesOnFromThereWhenResumed() {
    clock.freeze();
    system.pass(Duration.ofMinutes(7));
    assertThat(clock.instant()).isEqualTo(NOON);
    clock.resume();
    system.pass(Duration.ofMinutes(1));
    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
    assertThat(clock.setting().offset()).isEqualTo(Duration.ofMinutes(-7));
    clock.reset();
    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(8)));
  }

  @Test
  void isAheadOfTheSystemAfterAnAdvanceAndGoesOn() {
    clock.advance(Duration.ofDays(2));
    system.pass(Duration.ofSeconds(5));
    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(2)).plusSeconds(5));
    assertThat(clock.setting().frozen()).isFalse();
  }

  @Test
  void refusesToGoBackOrToFarAway() {
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> clock.advance(Duration.ofDays(401)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void runsEveryStepOnTheWayAtTheMomentItIsDueAndReturnsThen() {
    clock.freeze();
    try (Lifecycle lifecycle = Lifecycle.by(clock)) {
      lifecycle.after(Duration.ofMinutes(11), "too late", () -> record(lifecycle, "too late"));
      lifecycle.after(Duration.ofMinutes(10), "last", () -> record(lifecycle, "last"));
      lifecycle.after(
          Duration.ofMinutes(4),
          "second",
          () -> {
            record(lifecycle, "second");
            lifecycle.after(Duration.ofMinutes(1), "made", () -> record(lifecycle, "made"));
          });
      lifecycle.after(Duration.ofMinutes(2), "first", () -> record(lifecycle, "first"));
      lifecycle.after(Duration.ofMinutes(4), "third", () -> record(lifecycle, "third"));
      clock.advance(Duration.ofMinutes(10));
      assertThat(ran).containsExactly("first +2", "second +4", "third +4", "made +5", "last +10");
      assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
      clock.advance(Duration.ofMinutes(1));
      assertThat(ran).endsWith("too late +11");
    }
  }

  @Test
  void advancesTheSameWayManyTimes() {
    for (int round = 0; round < 50; round++) {
      LocalClock each = LocalClock.over(system);
      each.freeze();
      List<String> order = new CopyOnWriteArrayList<>();
      try (Lifecycle lifecycle = Lifecycle.by(each)) {
        for (int step = 0; step < 20; step++) {
          String name = "step " + step;
          lifecycle.after(Duration.ofSeconds(20 - step), name, () -> order.add(name));
        }
        each.advance(Duration.ofSeconds(20));
      }
      List<String> expected = new ArrayList<>();
      for (int step = 19; step >= 0; step--) {
        expected.add("step " + step);
      }
      assertThat(order).isEqualTo(expected);
    }
  }

  @Test
  void runsWhatIsDueAtOnceWhileItStandsStill() {
    clock.freeze();
    try (Lifecycle lifecycle = Lifecycle.by(clock)) {
      lifecycle.after(Duration.ZERO, "now", () -> record(lifecycle, "now"));
      lifecycle.after(Duration.ofMillis(1), "soon", () -> record(lifecycle, "soon"));
      await().untilAsserted(() -> assertThat(ran).containsExactly("now +0"));
      clock.advance(Duration.ofMillis(1));
      assertThat(ran).containsExactly("now +0", "soon +0");
    }
  }

  @Test
  void waitsForAStepThatHasBegunBeforeItMoves() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (Lifecycle lifecycle = Lifecycle.by(clock)) {
      lifecycle.after(
          Duration.ZERO,
          "long",
          () -> {
            begun.countDown();
            awaitUninterruptibly(go);
            record(lifecycle, "long");
          });
      lifecycle.after(Duration.ofMinutes(1), "next", () -> record(lifecycle, "next"));
      begun.await();
      Thread moving = Thread.ofVirtual().start(() -> clock.advance(Duration.ofMinutes(1)));
      await().until(() -> clock.setting().frozen());
      go.countDown();
      moving.join();
      assertThat(ran).containsExactly("long +0", "next +1");
    }
  }

  @Test
  void tellsWhereItWillBeBeforeItGoesThereAndTellsWatchersAfterwards() {
    List<Setting> settings = new ArrayList<>();
    clock.freeze();
    clock.onSet(
        setting -> {
          settings.add(setting);
          assertThat(clock.instant()).isEqualTo(NOON);
        });
    try (Lifecycle lifecycle = Lifecycle.by(clock)) {
      lifecycle.onMoved(() -> record(lifecycle, "moved"));
      clock.advance(Duration.ofMinutes(3));
      assertThat(ran).containsExactly("moved +3");
      Instant there = NOON.plus(Duration.ofMinutes(3));
      assertThat(settings).containsExactly(new Setting(Duration.ofMinutes(3), there));
      LocalClock later = LocalClock.over(system);
      later.set(settings.getFirst());
      assertThat(later.instant()).isEqualTo(there);
    }
  }

  private void record(Lifecycle lifecycle, String step) {
    ran.add(step + " +" + Duration.between(NOON, lifecycle.now()).toMinutes());
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
