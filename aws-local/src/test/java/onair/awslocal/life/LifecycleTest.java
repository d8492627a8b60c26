package onair.awslocal.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import onair.awslocal.MovableClock;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private final MovableClock clock = new MovableClock();
  private final List<String> ran = new ArrayList<>();

  @Test
  void runsStepsWhenTheirTimeHasComeInTheOrderOfTheirTimes() {
    Lifecycle lifecycle = Lifecycle.manual(clock);
    lifecycle.after(Duration.ofSeconds(20), "b", () -> ran.add("b"));
    lifecycle.after(Duration.ofSeconds(10), "a", () -> ran.add("a"));
    lifecycle.after(Duration.ofSeconds(20), "c", () -> ran.add("c"));
    lifecycle.runDue();
    assertThat(ran).isEmpty();
    clock.pass(Duration.ofSeconds(10));
    lifecycle.runDue();
    assertThat(ran).containsExactly("a");
    clock.pass(Duration.ofMinutes(1));
    lifecycle.runDue();
    assertThat(ran).containsExactly("a", "b", "c");
    lifecycle.runDue();
    assertThat(ran).hasSize(3);
  }

  @Test
  void runsWhatAStepMakesDue() {
    Lifecycle lifecycle = Lifecycle.manual(clock);
    lifecycle.after(
        Duration.ZERO,
        "first",
        () -> {
          ran.add("first");
          lifecycle.after(Duration.ZERO, "second", () -> ran.add("second"));
          lifecycle.after(Duration.ofSeconds(1), "later", () -> ran.add("later"));
        });
    lifecycle.runDue();
    assertThat(ran).containsExactly("first", "second");
  }

  @Test
  void aStepThatFailsStopsNoOther() {
    Lifecycle lifecycle = Lifecycle.manual(clock);
    lifecycle.after(
        Duration.ZERO,
        "fails",
        () -> {
          throw new IllegalStateException("on purpose");
        });
    lifecycle.after(Duration.ZERO, "works", () -> ran.add("works"));
    lifecycle.runDue();
    assertThat(ran).containsExactly("works");
  }

  @Test
  void aMomentInThePastIsAsSoonAsPossible() {
    Lifecycle lifecycle = Lifecycle.manual(clock);
    lifecycle.at(clock.instant().minusSeconds(99), "late", () -> ran.add("late"));
    assertThat(ran).isEmpty();
    lifecycle.runDue();
    assertThat(ran).containsExactly("late");
  }

  @Test
  void runsByItselfOnTheSystemsTimeAndNotAfterItIsClosed() {
    List<String> seen = new CopyOnWriteArrayList<>();
    AtomicBoolean virtual = new AtomicBoolean();
    try (Lifecycle lifecycle = Lifecycle.system()) {
      lifecycle.after(Duration.ofMillis(50), "second", () -> seen.add("second"));
      lifecycle.after(
          Duration.ofMillis(1),
          "first",
          () -> {
            virtual.set(Thread.currentThread().isVirtual());
            seen.add("first");
          });
      lifecycle.after(Duration.ofHours(1), "never", () -> seen.add("never"));
      await().untilAsserted(() -> assertThat(seen).containsExactly("first", "second"));
      assertThat(virtual).isTrue();
      lifecycle.close();
      lifecycle.after(Duration.ZERO, "closed", () -> seen.add("closed"));
      lifecycle.runDue();
      assertThat(seen).doesNotContain("closed");
    }
  }

  @Test
  void aProfileSaysHowLongATransitionTakes() {
    Transition start =
        new Transition("channel.start", Duration.ofMillis(800), Duration.ofSeconds(60));
    assertThat(Profile.INSTANT.of(start)).isZero();
    assertThat(Profile.FAST.of(start)).isEqualTo(Duration.ofMillis(800));
    assertThat(Profile.REALISTIC.of(start)).isEqualTo(Duration.ofSeconds(60));
  }
}
